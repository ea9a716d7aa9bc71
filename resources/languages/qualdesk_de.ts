<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>qualdesk</name>
  <message>
   <source>A file being imported: the row above holds the headings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A file being imported: the row below holds the headings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add a referral</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All scripts: choose another, or begin one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask supervisor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bigger text and controls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Busy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Call back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Call back at a time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Call back, no time agreed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cannot come</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy the phone number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dial or end the call</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Do not call</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Duplicate of another lead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fax or data line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find on this screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find who is calling back, by their last digits or their name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Full screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to Campaigns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to Desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to Floor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to Hand-off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to Lists</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to the note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to what the notice offers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import a list; on Campaigns: take a script or definition from a file; on a definition: load past history; on Hand-off: read the answers from sales</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jump to a question by name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keys and help for this screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Language problem</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>May we write to them? The words to read out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More outcomes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>My day: promises, calls, what sales said</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New list or campaign; in the script editor a question; on a definition a criterion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next missing answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next pane</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next question</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next tab: lists, queue, what the queue believes, calling rules</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next thing that is missing, or to mend</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Normal size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not a fit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not in service</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not interested</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not understood. Try: thu 10:30, tomorrow 9, in 2 hours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number changed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nurture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nurture, not now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One thing wrong with a file a person wrote: the place in it, and what to do.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Partly answered, call back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Phone problem</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Practise calls with people played in text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous missing answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous pane</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous question</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous tab</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous thing that is missing, or to mend</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print the brief</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Qualified</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Queue: give the lead to a caller</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Queue: keep the lead out with a reason, or let it in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Queue: pin the lead, or unpin it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Queue: take the lead to your desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Queue: weights and shares of the campaigns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Redo what was undone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Refresh</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Registered</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Research needed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Script: copy the question</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Script: move the question down, or the answer the cursor is in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Script: move the question up, or the answer the cursor is in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Script: try it as the caller sees it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search leads, companies, numbers and commands</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Send material: what, where to, by when</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skip this lead, with a reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smaller text and controls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Somebody saved this draft meanwhile. Choose whose words to keep.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Someone else</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Someone else answered</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Someone else has this lead now. What you wrote is kept under it for your supervisor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Something went wrong. Nothing was lost; try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take a break, or come back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Talk with sales: now on the line, or at a time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The batch could not be written. It is unchanged and still ready.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The disk is full, so nothing more can be saved. Make room there and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The main button of the screen. On the desk: dial, reached, end call, save and next lead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The team database cannot be reached. Check the network and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The team database wants a password, or did not accept this one. Write it and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workspace cannot be used as it is. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workspace cannot live in that place. Choose a folder on this computer's own disk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workspace is busy with other work. Nothing is lost; try again in a moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing left to undo here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing with that name here. Look at the list and choose one that is there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This answer does not fit the question. Choose one of the answers shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This cannot be done as asked. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This file cannot be read as a list. Save it as CSV or XLSX and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This file cannot be used. Mend the places named and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This file has problems. Mend them and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is not an answer sheet of one of our batches. Use the file that came with the batch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This lead may not be called now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This outcome does not fit the call yet. Look at what is missing and answer it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This workspace was made by a newer qualdesk. Install that version. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tries used up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo: the text in a field, else the last action</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Versions, and what is new in them</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Voicemail</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Voicemail, no message</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What you look up, and what you found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why this lead now, part by part</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Will come</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong person</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>{n:,} dates</source>
   <extracomment>One: {n:,} date</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} entries</source>
   <extracomment>One: {n:,} entry</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} fields</source>
   <extracomment>One: {n:,} field</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} fields have</source>
   <extracomment>One: {n:,} field has</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} leads</source>
   <extracomment>One: {n:,} lead</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lines</source>
   <extracomment>One: {n:,} line</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers</source>
   <extracomment>One: {n:,} number</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} other sheets</source>
   <extracomment>One: {n:,} other sheet</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} pairs</source>
   <extracomment>One: {n:,} pair</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows</source>
   <extracomment>One: {n:,} row</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
</TS>
