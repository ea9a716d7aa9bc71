"""The bundle's own start: the program, or the process that reads lists for it."""

import os
import sys

_READS_LISTS = "qualdesk.files.reading_child"


def main() -> int:
    """Start what was asked for; the exit code."""
    _let_others_have_their_libraries()
    if sys.argv[1:4] == ["-P", "-m", _READS_LISTS]:
        # A list is read in a process of its own, started with Python: here that is this program.
        import runpy

        sys.argv = [_READS_LISTS, *sys.argv[4:]]
        runpy.run_module(_READS_LISTS, run_name="__main__")
        return 0
    _let_words_go_nowhere()
    from qualdesk.__main__ import main as start

    return start()


def _let_others_have_their_libraries() -> None:
    """Programs this one opens (a browser, a phone program) use the system's libraries, not ours."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def _let_words_go_nowhere() -> None:
    """A Windows program without a console has nowhere to write to: its first word would end it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for good
            setattr(sys, name, nowhere)


if __name__ == "__main__":
    sys.exit(main())
