"""Check that every link in the documentation to a file or a heading of this project leads somewhere."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)|^\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+\s+(.+?)\s*#*$", re.MULTILINE)


def documents(root: Path) -> list[Path]:
    """Give the documents of the project: those at the top and all under docs/."""
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])


def broken_links(root: Path) -> Iterator[str]:
    for document in documents(root):
        for target in links(document.read_text()):
            if fault := find_fault(document, target):
                yield f"{document.relative_to(root)}: {target} ({fault})"


def links(text: str) -> list[str]:
    """Give the targets that lie in the project; an address elsewhere is not followed."""
    targets = [match[1] or match[2] for match in LINK.finditer(CODE.sub("", text))]
    return [target for target in targets if not urlsplit(target).scheme]


def find_fault(document: Path, target: str) -> str:
    parts = urlsplit(target)
    path = document.parent / unquote(parts.path) if parts.path else document
    if not path.exists():
        return "bestaat niet"
    if parts.fragment and path.suffix == ".md" and unquote(parts.fragment) not in anchors(path.read_text()):
        return "kop bestaat niet"
    return ""


def anchors(text: str) -> set[str]:
    """Give the names under which the headings can be reached, as code hosts make them."""
    names: set[str] = set()
    for match in HEADING.finditer(CODE.sub(lambda code: code[0].strip("`") if "\n" not in code[0] else "", text)):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", match[1]).lower()
        name = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        number = sum(1 for other in names if other == name or re.fullmatch(re.escape(name) + r"-\d+", other))
        names.add(f"{name}-{number}" if number else name)
    return names


def main() -> int:
    faults = list(broken_links(ROOT))
    print("\n".join(faults) if faults else f"{len(documents(ROOT))} documenten, alle verwijzingen kloppen.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
