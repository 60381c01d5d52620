"""`python -m zhanaozen.authoring verify FOLDER`: do the quoted words stand where the claims say?

For anyone who holds the texts of the six core documents as text files, one document or several to a file. The
texts are not part of the module. A locator pN is the N-th line of a file that is not empty; quotation marks,
dashes and spaces are folded, since copies differ in them.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from zhanaozen import tables
from zhanaozen.rules import DataError
from zhanaozen.tables import Claim

_FOLDED = str.maketrans(dict.fromkeys("“”„«»‟", '"') | dict.fromkeys("‘’‚‛ʼ`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))


def fold(text: str) -> str:
    """Return a text without case and spaces, with plain quotation marks and dashes."""
    return re.sub(r"\s+", "", text.translate(_FOLDED)).casefold()


def paragraphs(path: Path) -> list[str]:
    """Return the folded lines of a file that are not empty. Raises `DataError` if it is not UTF-8."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(path.name, "it is not UTF-8.", "save it as plain text with the encoding UTF-8.") from None
    return [fold(line) for line in text.splitlines() if line.strip()]


@dataclass(frozen=True)
class Checked:
    """A claim whose phrase was looked up: in which paragraphs (from 1) of its document's file it stands."""

    claim: Claim
    file: str
    found: tuple[int, ...]

    @property
    def stands(self) -> bool:
        """True if the phrase stands in the paragraph that the locator names."""
        return int(self.claim.locator.removeprefix("p")) in self.found


def verify(folder: Path) -> list[Checked]:
    """Return every core claim with the paragraphs that hold its phrase.

    The file of a document is the one in which most of its phrases stand at their locators. Raises `DataError` if the
    folder holds no text file.
    """
    files = {path.name: paragraphs(path) for path in sorted(folder.glob("*.txt"))}
    if not files:
        mend = "name a folder that holds the core documents as .txt files."
        raise DataError(str(folder), "there is no text file in it.", mend)
    checked = []
    for source in tables.sources():
        claims = [c for c in tables.claims() if c.source_id == source.source_id]
        if source.core and claims:
            tried = [[_look(c, name, lines) for c in claims] for name, lines in files.items()]
            checked += max(tried, key=lambda of_file: sum(c.stands for c in of_file))
    return checked


def _look(claim: Claim, name: str, lines: list[str]) -> Checked:
    phrase = fold(claim.phrase)
    return Checked(claim, name, tuple(n for n, line in enumerate(lines, 1) if phrase in line))


def report(checked: list[Checked]) -> str:
    """Return one line for each document, and one for each phrase that does not stand where its claim says."""
    lines = []
    for source_id in dict.fromkeys(c.claim.source_id for c in checked):
        mine = [c for c in checked if c.claim.source_id == source_id]
        lines.append(f"{source_id}: {sum(c.stands for c in mine)} of {len(mine)} phrases stand in {mine[0].file}")
    for c in checked:
        if not c.stands:
            elsewhere = f"it stands in p{', p'.join(map(str, c.found))}" if c.found else "it stands nowhere in the file"
            lines.append(f"{c.claim.claim_id}, {c.claim.locator}: “{c.claim.phrase}” is not there; {elsewhere}.")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Print the report for a folder; return 0 if every phrase stands, 1 if not, 2 if it cannot be checked."""
    if len(arguments) != 1:
        print("Give one folder: python -m zhanaozen.authoring verify FOLDER", file=sys.stderr)
        return 2
    try:
        checked = verify(Path(arguments[0]))
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    print(report(checked))
    return 0 if all(c.stands for c in checked) else 1
