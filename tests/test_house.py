"""What the house promises about itself: budgets, words, doors. Raised only with a reason here."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, wraps
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "qualdesk"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

MODULE_LINES = 400
FUNCTION_LINES = 40
PUBLIC_METHODS = 15
TESTED_SHARE = 0.63

# A budget is raised here or nowhere, each with its reason.
LONGER_MODULES: dict[str, tuple[int, str]] = {
    "store/migrations/versions/0001_foundation.py": (600, "every table of the first version"),
}
LONGER_FUNCTIONS: dict[str, tuple[int, str]] = {
    "store/migrations/versions/0001_foundation.py:upgrade": (600, "made by .ci/draft_migration"),
}
BROADER_CLASSES: dict[str, tuple[int, str]] = {
    "store/dialects/base.py:Dialect": (18, "all that differs between databases, and what acts are"),
}

# Words of the trade that our glossary replaces. Whole words, in code and on screen.
UNWANTED = [
    "hot",
    "warm",
    "cold",
    "disposition",
    "mql",
    "sql",
    "dnc",
    "prospect",
    "oops",
    "helper",
    "util",
    "utils",
    "manager",
    "handler",
    "hotlead",
    "please_wait",
]
# "sql" is the language in the store; Qt and Python have names of their own.
ALLOWED_IN = {
    "sql": ("store/", "bootstrap.py", "core/__init__.py"),
    "util": ("cli/doctor.py",),  # importlib's own name
    # Other programs head their columns so; whoever said no must be found under it.
    "dnc": ("core/heading_words.py",),
    "prospect": ("core/heading",),
    "manager": ("core/heading",),
}


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache
def words_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """The module taken apart, once for all that ask."""
    return tuple(ast.walk(ast.parse(words_of(path))))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes_of(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def over(paths: Iterable[Path]) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """One test that asks it of every file, and names all that are not so."""

    def made(check: Callable[[Path], None]) -> Callable[[], None]:
        @wraps(check)
        def test() -> None:
            wrong = []
            for path in paths:
                try:
                    check(path)
                except AssertionError as error:
                    wrong.append(f"{path.relative_to(ROOT)}: {error}")
            assert not wrong, "\n".join(wrong)

        # What is wrapped takes a path, which pytest would look for among the fixtures.
        del test.__wrapped__
        return test

    return made


@over(MODULES)
def test_a_module_fits_one_head(path: Path) -> None:
    budget, _ = LONGER_MODULES.get(name_of(path), (MODULE_LINES, ""))
    assert len(words_of(path).splitlines()) <= budget


@over(MODULES)
def test_a_function_fits_one_screen(path: Path) -> None:
    for function in functions(path):
        budget, _ = LONGER_FUNCTIONS.get(f"{name_of(path)}:{function.name}", (FUNCTION_LINES, ""))
        assert function.end_lineno is not None
        length = function.end_lineno - function.lineno + 1
        assert length <= budget, f"{function.name} has {length} lines"


@over(MODULES)
def test_a_class_does_one_thing(path: Path) -> None:
    for node in nodes_of(path):
        if isinstance(node, ast.ClassDef):
            public = [
                item.name
                for item in node.body
                if isinstance(item, ast.FunctionDef)
                and not item.name.startswith("_")
                and not is_qt_override(item.name)
            ]
            budget, _ = BROADER_CLASSES.get(f"{name_of(path)}:{node.name}", (PUBLIC_METHODS, ""))
            assert len(public) <= budget, f"{node.name} has {len(public)} public methods"


def is_qt_override(name: str) -> bool:
    return re.fullmatch(r"[a-z]+([A-Z][a-z]*)+", name) is not None


@over(MODULES)
def test_every_module_says_what_lives_there(path: Path) -> None:
    module = nodes_of(path)[0]
    assert isinstance(module, ast.Module)
    assert ast.get_docstring(module), "a module starts with one line that says what lives there"


@over(MODULES)
def test_the_words_are_the_fields_own(path: Path) -> None:
    """One word per thing: the glossary's, in names and on screen (F2: no hot, warm, cold)."""
    text = words_of(path)
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", spaced(text))}
    found = {
        word
        for word in words & set(UNWANTED)
        if not any(name_of(path).startswith(place) for place in ALLOWED_IN.get(word, ()))
    }
    assert not found


def spaced(text: str) -> str:
    """CamelCase and snake_case taken apart; library names left out."""
    text = re.sub(r"sql(alchemy|ite)\w*|postgresql|NoSQL|MySQL", " ", text, flags=re.IGNORECASE)
    text = re.sub(
        r"contextmanager|AbstractContextManager|QNetworkAccessManager|signal_handler|"
        r"setUrlHandler|unsetUrlHandler|qInstallMessageHandler|RotatingFileHandler|\w+Handler\b",
        " ",
        text,
    )
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).replace("_", " ")


def test_tests_keep_up_with_the_code() -> None:
    """The house wants a line of test for each line of code; this far it has come.

    The share may only be raised. What holds it down is the window: its painted widgets are
    looked at in pictures more than they are asserted (docs/decisions/006-how-much-is-tested.md).
    """

    def lines(paths: list[Path]) -> int:
        return sum(len(words_of(path).splitlines()) for path in paths)

    assert lines(TESTS) >= TESTED_SHARE * lines(MODULES)


def test_errors_are_swallowed_in_two_places_only() -> None:
    """Only the background runner and the command line may catch everything."""
    broad = {
        name_of(path)
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or "Exception" in names_in(node.type))
    }
    assert broad <= {"qt/background.py", "cli/edge.py"}


def test_whoever_works_over_all_tables_has_read_them_all() -> None:
    """One that is missing would be neither made nor copied, salvaged, moved or erased from."""
    named = names_in_all(SOURCE / "store" / "schema.py")
    for path in (SOURCE / "store").rglob("*.py"):
        text, is_part = words_of(path), path.name.startswith("schema_")
        if is_part:
            assert set(re.findall(r"^(\w+) = sa\.Table\(", text, re.MULTILINE)) <= named, path.name
        elif path.name != "schema.py":
            taken = re.findall(r"store\.columns import (\([^)]*\)|.*)", text)
            assert not any("metadata" in one for one in taken), f"{path.name}: from store.schema"


def names_in_all(path: Path) -> set[str]:
    """What a module says it is there for, in ``__all__``."""
    (found,) = (
        node.value
        for node in nodes_of(path)
        if isinstance(node, ast.Assign) and "__all__" in {ast.unparse(one) for one in node.targets}
    )
    return set(ast.literal_eval(found))


def test_no_event_made_in_python_is_posted() -> None:
    """Qt and Python both let such an event go, and now and then the program dies of it."""
    posting = {
        name_of(path)
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and node.attr == "postEvent"
    }
    assert posting == set()


def names_in(node: ast.expr) -> set[str]:
    return {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}


def test_no_place_on_a_machine_is_written_into_the_project() -> None:
    places = re.compile(r"(?:^|[\s\"'(=])/(?:work|farm|tmp|home|root)/")
    tracked = [*MODULES, *TESTS, *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    found = [path for path in tracked if path.exists() and places.search(path.read_text("utf-8"))]
    assert [path.name for path in found if path != Path(__file__).resolve()] == []


def test_every_promise_the_product_keeps_is_cited_by_a_test() -> None:
    """The promises this stage keeps; each has a story somewhere in the tests."""
    kept = [
        "O1",
        "O2",
        "O3",
        "O4",
        "O5",
        "O6",
        "Q1",
        "Q2",
        "Q3",
        "Q4",
        "Q5",
        "Q6",
        "D1",
        "D2",
        "D3",
        "D4",
        "D5",
        "D6",
        "D7",
        "F1",
        "F2",
        "F3",
        "F4",
        "T1",
        "T2",
        "T4",
    ]
    cited = " ".join(
        path.read_text(encoding="utf-8") for path in TESTS if path.name != "test_house.py"
    )
    missing = [promise for promise in kept if not re.search(rf"\b{promise}\b", cited)]
    assert missing == []
