"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const block = find("answers");
  const data = JSON.parse(block.textContent);
  const list = find("leads");
  // As the program reads it back: a mark before three digits parts thousands.
  const AMOUNT =
    /^(?:\d{1,12}(?:[.,](?:\d{1,2}|\d{4,6}))?|[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3}){0,2}(?:(?!\1)[.,](?:\d{1,2}|\d{4,6}))?)$/;
  const DETAILS = { takes: ["opportunity", "amount", "currency"], "sends back": ["reason"] };
  let isSaved = true;

  // What stands in the page is what "Save page as" keeps too, so each change is written there.
  const keep = () => {
    block.textContent = JSON.stringify(data).replaceAll("<", "\\u003c");
  };

  const isAnswered = (lead) => lead.takes === "takes" || (lead.takes !== "" && lead.reason !== "");

  const count = () => {
    const answered = data.leads.filter(isAnswered).length;
    find("count").textContent = `${answered} of ${data.leads.length} answered`;
    find("done").value = answered;
    return answered;
  };

  const say = (text, isBad = false) => {
    find("says").textContent = text;
    find("says").classList.toggle("bad", isBad);
  };

  const faultOf = (lead) => {
    if (lead.takes === "sends back" && lead.reason === "") return ["reason", "Choose a reason."];
    const amount = lead.amount.replace(/[\s'’]/g, "");
    if (amount !== "" && !AMOUNT.test(amount)) {
      return ["amount", "Write the amount in digits, such as 12,500."];
    }
    if (amount === "" && lead.currency !== "") {
      return ["amount", "There is a currency. Write the amount as well."];
    }
    return null;
  };

  const showFault = (card, fault) => {
    card.classList.toggle("wrong", fault !== null);
    card.querySelector(".fault").textContent = fault ? fault[1] : "";
    for (const field of card.querySelectorAll("[data-field]")) {
      const isWrong = fault !== null && field.dataset.field === fault[0];
      if (isWrong) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  };

  const take = (card, lead) => {
    lead.takes = card.querySelector("[type=radio]:checked").value;
    const wanted = DETAILS[lead.takes] ?? [];
    for (const field of card.querySelectorAll("[data-field]")) {
      const name = field.dataset.field;
      const counts = wanted.includes(name) || (name === "note" && lead.takes !== "");
      field.closest("label").hidden = !counts;
      lead[name] = counts ? field.value.trim() : "";
    }
    showFault(card, null);
  };

  const option = (value, text) => {
    const made = document.createElement("option");
    made.value = value;
    made.textContent = text;
    return made;
  };

  const show = (lead, place) => {
    const card = find("lead").content.cloneNode(true).firstElementChild;
    card.querySelector("legend").textContent = `${place + 1}. ${lead.name}`;
    card.querySelector(".company").textContent = lead.company;
    card.querySelector(".line").textContent = lead.line;
    const reasons = card.querySelector("[data-field=reason]");
    reasons.append(option("", "Choose"), ...data.reasons.map((each) => option(each, each)));
    const currencies = card.querySelector("[data-field=currency]");
    currencies.append(option("", "Choose"), ...data.currencies.map((each) => option(each, each)));
    for (const radio of card.querySelectorAll("[type=radio]")) {
      radio.name = `lead-${place + 1}`;
      radio.checked = radio.value === lead.takes;
    }
    for (const field of card.querySelectorAll("[data-field]")) {
      field.value = lead[field.dataset.field];
    }
    take(card, lead);
    card.addEventListener("input", () => {
      isSaved = false;
      take(card, lead);
      keep();
      count();
      say("Not saved yet.");
    });
    return card;
  };

  const save = () => {
    const faults = data.leads.map(faultOf);
    data.leads.forEach((_, place) => showFault(list.children[place], faults[place]));
    const first = faults.findIndex((fault) => fault !== null);
    if (first >= 0) {
      const many = faults.filter((fault) => fault !== null).length;
      say(many === 1 ? "1 lead needs something more." : `${many} leads need something more.`, true);
      list.children[first].querySelector(`[data-field=${faults[first][0]}]`).focus();
      return;
    }
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector("#leads").replaceChildren();
    copy.querySelector("#says").textContent = "";
    const text = `<!DOCTYPE html>\n${copy.outerHTML}`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    link.download = data.save_as;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isSaved = true;
    say(`Saved as “${data.save_as}”, where your browser keeps downloads. Mail that file to us.`);
  };

  list.replaceChildren(...data.leads.map(show));
  find("done").max = data.leads.length;
  find("save").addEventListener("click", save);
  list.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  count();
})();
