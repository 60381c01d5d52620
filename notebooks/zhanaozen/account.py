"""A student's own account: what is held on each question, how surely, in whose words, and how well it is sourced.

An account is sections of text, one for each question chosen. It cites claims as the lessons do: [jones-2012.07].
What is looked at is the use of evidence, by the same rules whatever the section says.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from zhanaozen import evidence, judgement, tables, text
from zhanaozen.checks import Note, part
from zhanaozen.tables import Claim, Question

#: How surely something is held: the word that is saved, and what it means.
HELD = {
    "settled": "Settled: opposed sources agree, and nothing I found speaks against it",
    "probable": "Probable: the better evidence points this way",
    "open": "Open: what we hold does not decide it",
}

_CITED = re.compile(r"\[([^\[\]]+)\]")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*\.\d{2,3}")

#: From how close a speaker knows, the closest first; used to choose what speaks most strongly against a section.
_CLOSENESS = ("document", "eyewitness", "participant", "official_statement", "reporting", "analysis", "hearsay")

#: Words that keep a hedge, by what the hedge does.
KEEPS = {
    "floor": r"at least|no fewer|not less|or more|не менее|как минимум|кемінде",
    "more_than": r"more than|over|above|более|больше|свыше|астам",
    "ceiling": r"up to|at most|no more|до|не более|дейін",
    "less_than": r"nearly|almost|fewer than|less than|почти|менее|дерлік",
    "approximate": r"about|around|roughly|some|approximately|estimate[sd]?|около|примерно|шамамен|жуық",
}


@dataclass(frozen=True)
class Section:
    """What the account says on one question, how surely it is held, and the claims that the text cites."""

    question: Question
    held: str
    words: str

    @property
    def cited(self) -> tuple[Claim, ...]:
        """The claims cited in the text that are in the ledger, in order, each once."""
        known = tables.load().by_key("claims")
        return tuple(known[i] for i in dict.fromkeys(_ids(self.words)) if i in known)

    @property
    def unknown(self) -> list[str]:
        """The ids cited in the text that are not in the ledger."""
        known = tables.load().by_key("claims")
        return [i for i in dict.fromkeys(_ids(self.words)) if i not in known]


@dataclass(frozen=True)
class Account:
    """A title and the sections that have been written."""

    title: str
    sections: tuple[Section, ...]


def _ids(words: str) -> list[str]:
    return [i for inside in _CITED.findall(words) for i in _ID.findall(inside)]


def read(parts) -> Account:
    """Return the account kept as entries by question id, and "title".

    Whatever is not as the desk writes it is left out; never raises.
    """
    kept = parts if isinstance(parts, dict) else {}
    sections = [
        Section(asked, part(one, "held"), part(one, "text"))
        for asked in sorted(tables.load().questions, key=lambda q: (q.lesson, q.question))
        if part(one := kept.get(asked.question_id), "text").strip()
    ]
    return Account(part(kept, "title").strip(), tuple(sections))


def strongest_against(section: Section, count: int = 2, hardest: int = 3) -> list[Claim]:
    """Return the claims, not cited, that speak most strongly for another answer than the cited claims give.

    Closer knowledge comes first, then the core documents, then what is easier to read; each voice once. Claims harder
    to read than `hardest` (0 to 3) are left out. Without a cited answer there is nothing to speak against, and the
    list is empty.
    """
    given = evidence.answers(section.question.question_id)
    mine = [a for a in given if set(a.claims) & set(section.cited)]
    others = [a for a in given if a not in mine and any(_differ(a, m) for m in mine)]
    candidates = [c for a in others for c in a.claims if c.intensity <= hardest]
    candidates.sort(key=lambda c: (_CLOSENESS.index(c.directness), not c.source.core, c.intensity, c.claim_id))
    by_voice: dict[str, Claim] = {}
    for c in candidates:
        by_voice.setdefault(c.voice, c)
    return list(by_voice.values())[:count]


def _differ(one: evidence.Answer, other: evidence.Answer) -> bool:
    return one.excludes(other) if isinstance(one, evidence.Figure) else True


def review(section: Section, hardest: int = 3) -> list[Note]:
    """Return what was looked at in a section, in reading order. The same rules hold for every answer.

    Nobody is asked to meet a claim that is harder to read than `hardest` (0 to 3).
    """
    cited, own = section.cited, judgement.own_words(_CITED.sub(" ", section.words), section.cited)
    on_question = [c for c in cited if c.question == section.question]
    sides = {evidence.SIDES[c.standpoint] for c in cited}
    heard = {evidence.SIDES[c.standpoint] for c in evidence.claims_on(section.question.question_id)}
    given = [a for a in evidence.answers(section.question.question_id) if set(a.claims) & set(on_question)]
    against = strongest_against(section, hardest=hardest)
    ids = ", ".join(c.claim_id for c in against)
    return [
        Note(
            "Cited claims are in the ledger",
            bool(cited) and not section.unknown,
            f"look up {text.listing(section.unknown)}; copy the number from the claim's card"
            if section.unknown
            else "cite at least one claim, by its number in square brackets",
        ),
        Note(
            "Two voices or more", len({c.voice for c in on_question}) > 1, "cite claims on this question of two voices"
        ),
        Note(
            "Sides that differ are heard",
            "official" not in heard or len(heard) == 1 or ("official" in sides and len(sides) > 1),
            "cite the official side and another",
        ),
        Note(
            "Your own words",
            len(set(own)) >= 15,
            "say in your own words who says what and how they know; fifteen different words at least",
        ),
        *_hedges(section),
        *_range(section, on_question),
        Note(
            "The strongest evidence against is met",
            bool(given) and (not against or len(given) > 1),
            f"read and answer what speaks for another answer: {ids}"
            if ids
            else "cite a claim that answers the question first",
        ),
        Note(
            "How sure you are fits",
            _fits(section, given, against),
            _NEEDS.get(section.held, "choose settled, probable or open"),
        ),
    ]


def _hedges(section: Section) -> Iterable[Note]:
    words = section.words.lower()
    for c in section.cited:
        if c.unit and (kept := KEEPS.get(c.hedge_kind)) and not re.search(rf"\b({kept})\b", words):
            yield Note(f"The hedge of {c.claim_id} is kept", False, f"the source says “{c.hedge}”: say so")


#: A number in digits: 64, 7.5, 1,300 or 1 300.
_DIGITS = re.compile(r"(?:\d{1,3}(?:[, \u00a0]\d{3})+|\d+)(?:\.\d+)?")


def _range(section: Section, claims: Sequence[Claim]) -> Iterable[Note]:
    """Ask for both ends of what cited claims give, where they count the same: one person's term is not another's."""
    compared: dict[tuple, list[float]] = {}
    for f in evidence.figures(claims):
        compared.setdefault((f.unit, f.of), []).extend(v for v in (f.low, f.high) if v is not None)
    told = {float(re.sub(r"[, \u00a0]", "", n)) for n in _DIGITS.findall(_CITED.sub(" ", section.words))}
    for (unit, of), values in compared.items():
        low, high = min(values), max(values)
        if low < high:
            tip = f"your claims run from {low:,} to {high:,} {unit}{f' ({of})' if of else ''}: give both ends in digits"
            yield Note("The whole range is given", {low, high} <= told, tip)


#: What each step needs, for a section that is not there yet.
_NEEDS = {
    "settled": "settled needs an answer that opposed sides share and that no claim excludes",
    "probable": "probable needs claims of two voices on this question, and a claim for another answer if there is one",
    "open": "to show that it is open, cite what is said on this question",
}


def _fits(section: Section, given: Sequence[evidence.Answer], against: Sequence[Claim]) -> bool:
    voices = {v for a in given for v in a.voices}
    match section.held:
        case "settled":  # what excludes an answer counts, hard to read or not
            return len(given) == 1 and given[0].opposed and not strongest_against(section)
        case "probable":
            return len(voices) > 1 and (not against or len(given) > 1)
        case "open":
            return bool(given)
    return False


# --- the document --------------------------------------------------------------------------------------

_STYLE = (
    "body{font-family:sans-serif;line-height:1.5;max-width:44em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;border:1px solid #999;padding:4px 8px}"
)
_TITLE = "My account"


def _numbered(account: Account) -> dict[str, int]:
    """Return the number of each cited claim, in the order of the text."""
    cited = dict.fromkeys(c.claim_id for s in account.sections for c in s.cited)
    return {claim_id: number for number, claim_id in enumerate(cited, 1)}


def _paragraphs(section: Section, numbers: dict[str, int]) -> list[str]:
    """Return the text of a section with numbers in place of the ids of known claims."""

    def number(match: re.Match) -> str:
        found = [str(numbers[i]) for i in _ID.findall(match[1]) if i in numbers]
        return f"[{', '.join(found)}]" if found else match[0]

    return [p.strip() for p in _CITED.sub(number, section.words).splitlines() if p.strip()]


def _cells(c: Claim) -> list[str]:
    return [c.claim_id, c.claim, text.who(c), text.day(c.said_on), text.where(c)]


_HEAD = ("Number", "Claim", "What it says", "Who says it", "Said", "Where")


def as_html(account: Account) -> str:
    """Return the account as one page: title, sections, numbered citations and a table of the claims cited."""
    numbers, claims = _numbered(account), tables.load().by_key("claims")
    title = escape(account.title or _TITLE)
    body = [f"<h1>{title}</h1>"]
    for section in account.sections:
        body.append(f"<h2>{escape(section.question.question)}</h2>")
        body.append(f"<p><em>{escape(HELD.get(section.held, 'How sure: not said'))}</em></p>")
        body += [f"<p>{escape(p)}</p>" for p in _paragraphs(section, numbers)]
    rows = [[str(number), *_cells(claims[claim_id])] for claim_id, number in numbers.items()]
    head = "".join(f'<th scope="col">{name}</th>' for name in _HEAD)
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    body.append(f"<h2>Claims cited</h2><table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>")
    body.append(f"<p>{escape(_origin())}</p>")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(body)}</body></html>\n"
    )


def as_rtf(account: Account) -> str:
    """Return the account in Rich Text Format, which every word processor opens."""
    numbers, claims = _numbered(account), tables.load().by_key("claims")
    lines = [rf"{{\b\fs36 {_rtf(account.title or _TITLE)}\par}}"]
    for section in account.sections:
        lines.append(rf"\par{{\b\fs28 {_rtf(section.question.question)}\par}}")
        lines.append(rf"{{\i {_rtf(HELD.get(section.held, 'How sure: not said'))}\par}}")
        lines += [rf"{_rtf(p)}\par" for p in _paragraphs(section, numbers)]
    lines.append(r"\par{\b\fs28 Claims cited\par}")
    lines.append(_rtf_row(_HEAD, r"\trhdr", r"\b"))
    lines += [_rtf_row([str(number), *_cells(claims[claim_id])]) for claim_id, number in numbers.items()]
    lines.append(rf"\pard\par {_rtf(_origin())}\par")
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\fs24\n" + "\n".join(lines) + "\n}\n"


#: Where the columns of the claims end, in twentieths of a point, on a page with margins of an inch.
_ENDS = (700, 2300, 5000, 6500, 7600, 9300)


def _rtf_row(cells: Sequence[str], row: str = "", letters: str = "") -> str:
    """Return one row of the table of claims; `row` and `letters` are further control words for the row and its text."""
    line = "".join(rf"\clbrdr{side}\brdrs\brdrw10" for side in "tlbr")
    ends = "".join(rf"{line}\cellx{end}" for end in _ENDS)
    told = "".join(rf"\pard\intbl{{{letters}\fs20 {_rtf(cell)}}}\cell" for cell in cells)
    return rf"\trowd{row}\trgaph70{ends}{told}\row"


def _origin() -> str:
    package = tables.package()
    return f"Claims from: {package['title']}, version {package['version']} (CC BY 4.0)."


def _rtf(words: str) -> str:
    """Return text for RTF: its own signs escaped, letters beyond ASCII as UTF-16 units."""
    out = []
    for letter in words:
        if letter in "\\{}":
            out.append("\\" + letter)
        elif letter == "\n":
            out.append("\\line ")
        elif ord(letter) < 128:
            out.append(letter)
        else:
            units = letter.encode("utf-16-le")
            signed = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
            out.append("".join(f"\\u{unit}?" for unit in signed))
    return "".join(out)
