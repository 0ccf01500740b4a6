"""`python3 -m config.launcher COMMAND`: from a bare machine to a running application. Standard library only."""

import sys


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - the user's Python may be any
        version = sys.version.split()[0]
        print(f"Python 3.11 of nieuwer is nodig; dit is {version}. Kies een andere met: make demo PYTHON=python3.11")
        return 1
    from config.launcher.commands import run  # only now: what it imports needs Python 3.11

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
