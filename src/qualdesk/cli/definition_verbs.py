"""The verbs of definitions: the library, files, and two signatures."""

from argparse import Namespace
from collections.abc import Sequence

from qualdesk.cli import document_verbs as documents
from qualdesk.cli.document_lines import problem_lines, standing_lines, version_lines
from qualdesk.cli.document_verbs import DONE, TO_MEND, put_aside_line
from qualdesk.cli.plain import as_json, say
from qualdesk.core.definition import Definition, Side
from qualdesk.core.drafts import BEFORE_CHANGE, DefinitionDraft, SetAside, Standing
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from qualdesk.desk.document_files import check_definition_file


def check(asked: Namespace) -> int:
    """Read a file without a workspace; refused with all that is wrong, at its place."""
    found = check_definition_file(asked.file, asked.script)
    fits = " It fits the script." if asked.script else ""
    lines = [f"“{found.name}”: {len(found.criteria)} criteria, no fault.{fits}"]
    say(found, lines, as_data=asked.json)
    return DONE


def _list(desk: Desk, asked: Namespace) -> int:
    none = "No definition is here yet. Take one: qualdesk definition take FILE.toml"
    return documents.list_all(desk.definitions.entries(), none, asked)


def _show(desk: Desk, asked: Namespace) -> int:
    if asked.version:
        kept = desk.definitions.version(asked.id, asked.version)
        standing = Standing(
            draft=DefinitionDraft(definition=kept, revision=0, based_on=kept.version),
            in_force=None,
            sides=(),
        )
        say(kept, standing_lines(standing), as_data=asked.json)
        return DONE
    return _say_standing(desk.definitions.standing(asked.id), asked)


def _new(desk: Desk, asked: Namespace) -> int:
    documents.refuse_same_name(desk.definitions.entries(), asked.name)
    return _say_draft(desk, desk.definitions.new(asked.name, asked.like), asked)


def _take(desk: Desk, asked: Namespace) -> int:
    draft = desk.definitions.take_file(asked.file)
    aside = put_aside_line(desk.definitions, "definition", draft.definition.id, draft.revision)
    return _say_draft(desk, draft, asked, aside)


def _aside(desk: Desk, asked: Namespace) -> int:
    def take_back(one: SetAside) -> None:
        assert isinstance(one.document, Definition)
        desk.definitions.keep(one.document, 0, over=True)

    return documents.aside(desk.definitions, asked, take_back)


def _use(desk: Desk, asked: Namespace) -> int:
    campaign = desk.definitions.use(asked.campaign, asked.id)
    lines = [f"“{campaign.name}” judges by “{asked.id}”."]
    say({"campaign": campaign.name, "definition": asked.id}, lines, as_data=asked.json)
    return DONE


def _sign(desk: Desk, asked: Namespace) -> int:
    return _say_standing(desk.definitions.sign(asked.id, Side(asked.side), _named(asked)), asked)


def _withdraw(desk: Desk, asked: Namespace) -> int:
    done = desk.definitions.withdraw(asked.id, Side(asked.side), asked.because, _named(asked))
    return _say_standing(done, asked)


def _say(desk: Desk, asked: Namespace) -> int:
    side = Side(asked.side) if asked.side else None
    name = asked.name or desk.caller
    return _say_standing(desk.definitions.say(asked.id, asked.text, name, side), asked)


def _waiting(desk: Desk, asked: Namespace) -> int:
    name = asked.name or desk.caller
    found = desk.definitions.waiting(name)
    say(found, list(found) or [f"Nothing waits for {name}."], as_data=asked.json)
    return DONE


def _versions(desk: Desk, asked: Namespace) -> int:
    found = desk.definitions.versions(asked.id)
    signers = {
        one.number: [
            signature.name
            for signature in desk.definitions.version(asked.id, one.number).signatures
        ]
        for one in found
    }
    lines = version_lines(found, signers) or ["No version was kept yet."]
    data = [as_json(one) | {"signed_by": signers[one.number]} for one in found]
    say(data, lines, as_data=asked.json)
    return DONE


def _named(asked: Namespace) -> str:
    """Who signs: never just the name of the computer's account.

    Raises:
        Refused: nobody said who it is.
    """
    name: str = asked.name or asked.caller or ""
    if not name:
        raise Refused("A signature is a person's. Say whose it is: --name NAME")
    return name


def _say_standing(standing: Standing, asked: Namespace) -> int:
    say(standing, standing_lines(standing), as_data=asked.json)
    return DONE


def _say_draft(
    desk: Desk, draft: DefinitionDraft, asked: Namespace, aside: Sequence[str] = ()
) -> int:
    definition = draft.definition
    standing = desk.definitions.standing(definition.id)
    unsigned = [one.because for one in standing.sides if one.state == BEFORE_CHANGE]
    lines = [f"“{definition.name}” is a draft: {definition.id}.", *aside, *unsigned]
    lines += problem_lines(standing.problems)
    data = {"id": definition.id, "revision": draft.revision, "problems": standing.problems}
    say(data | {"remarks": [*aside, *unsigned]}, lines, as_data=asked.json)
    return TO_MEND if standing.problems else DONE


OF_FILES = {("definition", "check"): check}
"""Those that need no workspace."""

VERBS = {
    ("definition", "list"): _list,
    ("definition", "show"): _show,
    ("definition", "new"): _new,
    ("definition", "take"): _take,
    ("definition", "use"): _use,
    ("definition", "sign"): _sign,
    ("definition", "withdraw"): _withdraw,
    ("definition", "say"): _say,
    ("definition", "waiting"): _waiting,
    ("definition", "write"): lambda desk, asked: documents.write(desk.definitions, asked),
    ("definition", "versions"): _versions,
    ("definition", "aside"): _aside,
    ("definition", "drop"): lambda desk, asked: documents.drop(desk.definitions, asked),
}
