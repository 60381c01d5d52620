"""Claims and sources as cards and tables: escaped HTML for the eye, plain text for everything else."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from zhanaozen import ceiling, display, evidence, tables, text
from zhanaozen.markup import Html, below, grid
from zhanaozen.tables import Claim, Question, Source

#: The sides of `evidence.SIDES` in words.
SIDES = {
    "official": "official side, with its defenders",
    "outside": "outside observers",
    "on_the_spot": "people on the spot and their supporters",
}


def _rows(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(
        f'<tr><th scope="row" style="text-align:left;vertical-align:top;white-space:nowrap">{escape(name)}</th>'
        f'<td style="text-align:left">{escape(value)}</td></tr>'
        for name, value in pairs
    )


def _card(heading: str, pairs: Sequence[tuple[str, str]], mark: str = "") -> Html:
    html = (
        f'<div style="border-left:4px solid {mark or "#888"};padding:2px 0 2px 12px;margin:6px 0;max-width:46em">'
        f'<p style="margin:4px 0"><strong>{escape(heading)}</strong></p><table>{_rows(pairs)}</table></div>'
    )
    return Html(html, "\n".join([heading, *(f"{name}: {value}" for name, value in pairs)]))


def claim(c: Claim, answers: bool = True) -> Html:
    """Return one claim as a card: what is said, by whom, when, where in which text, how directly, in which words.

    Without `answers` it does not say which answer to which question the claim gives: then a reader finds out.
    """
    pairs = [
        ("Says", f"{text.who(c)} ({text.role(c)})"),
        *([("Answers", f"{c.question.question} – {text.answer(c)}")] if answers and text.answers(c) else []),
        *([("Meant", c.scope)] if c.scope else []),
        *([("Event", f"{c.event.title}, {text.period(c.event)}")] if c.event else []),
        ("Place", text.place(c)),
        ("Said", f"{text.day(c.said_on)} (from the {c.said_on_basis})" if c.said_on else "date not stated"),
        ("Found in", text.where(c)),
        ("Read", "the whole text" if c.source.read == "whole" else "only the opening of the text"),
        ("How known", text.DIRECTNESS[c.directness]),
        ("Hedge", text.hedge(c)),
        ("Words", f"“{c.phrase}”"),
        *([("How hard", text.hardness(c))] if c.intensity else []),
        ("Claim", c.claim_id),
    ]
    return _card(c.claim, pairs, display.STANDPOINTS[c.standpoint][1])


def claims(shown: Iterable[Claim], answers: bool = True) -> Html:
    """Return several claims as cards, one below the other; `answers` as for `claim`.

    What is above the ceiling is left out; if nothing is left, as many claims of equal value take its place.
    """
    chosen = list(shown)
    return below([claim(c, answers) for c in ceiling.within(chosen) or ceiling.of_equal_value(chosen)[: len(chosen)]])


def source(s: Source) -> Html:
    """Return one text as a head-note: who made it, when, for whom, with what interest, and how hard it is to read."""
    hardest = max((c for c in tables.claims() if c.source_id == s.source_id), key=lambda c: c.intensity, default=None)
    pairs = [
        ("Author", s.author or "not stated"),
        ("Published", f"{s.publisher}, {text.day(s.published)}"),
        ("Standpoint", display.label(s.standpoint)),
        ("Who and why", s.standpoint_note),
        ("Read", "the whole text" if s.read == "whole" else "only its opening"),
        *([("How hard", f"up to {text.hardness(hardest)}")] if hardest and hardest.intensity else []),
        ("Address", s.url or "none"),
    ]
    return _card(s.title or s.source_id, pairs, display.STANDPOINTS[s.standpoint][1])


def sources(texts: Iterable[Source]) -> Html:
    """Return several head-notes, one below the other."""
    return below([source(s) for s in texts])


#: The columns of a table of claims: heading and how to fill it. Few, so that a small screen shows the last one too.
_COLUMNS = (
    ("Answer", text.answer),
    ("Says", lambda c: f"{text.who(c)} ({display.label(c.standpoint)})"),
    ("Place", text.place),
    ("Said", lambda c: text.day(c.said_on)),
    ("Known", lambda c: text.DIRECTNESS[c.directness]),
    ("Hedge", text.hedge),
    ("Claim", lambda c: c.claim_id),
)


def table(claims: Iterable[Claim], caption: str, folded: bool = True) -> Html:
    """Return claims as a table, one row each, for readers who prefer a table to a chart or cannot see one.

    A `folded` table shows its caption until it is opened. What the ceiling does not let through is replaced by a
    table of equal value.
    """
    claims = list(claims)
    if not ceiling.lets(claims, caption):
        claims = ceiling.of_equal_value(claims)
        caption = claims[0].question.question
    return grid(caption, *columns(claims), folded)


def columns(claims: Iterable[Claim]) -> tuple[list[str], list[list[str]]]:
    """Return the head and the rows of a table of claims."""
    return [name for name, _ in _COLUMNS], [[cell(c) for _, cell in _COLUMNS] for c in claims]


def _list(lines: Sequence[str], empty: str) -> Html:
    if not lines:
        return Html(f"<p>{escape(empty)}</p>", empty)
    return Html(
        "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>",
        "\n".join(f"- {line}" for line in lines),
    )


def answer(a: evidence.Answer) -> str:
    """Return an answer in words: its position, or its number with what it counts and of what."""
    if isinstance(a, evidence.Position):
        return a.position
    return text.counted(a.low, a.high, a.hedge_kind, a.unit) + (f", {a.of}" if a.of else "")


def figures(found: Iterable[evidence.Figure]) -> Html:
    """Return numbers as a list: each with its unit and place, whose voices give it, and the claims behind it."""
    found, lines = list(found), []
    if not ceiling.lets((c for f in found for c in f.claims), " ".join(map(answer, found))):
        found = evidence.figures(ceiling.of_equal_value([c for f in found for c in f.claims], "number"))
    for f in found:
        ids = ", ".join(c.claim_id for c in f.claims)
        who = text.listing(list(map(_speaker, f.speakers)))
        lines.append(f"{answer(f)}: {who} [{ids}]")
    return _list(lines, "No such number.")


#: So many speakers are named for a side; more are counted.
_NAMED = 3


def shared(agreed: Mapping[Question, Sequence[evidence.Answer]]) -> Html:
    """Return what opposed sides share (see `evidence.agreements`) as a table: who gives it, on which side."""
    head = ("Question", "Shared answer", SIDES["official"].capitalize(), "Other sides")
    rows = [
        [question.question, answer(a), _who(a, {"official"}), _who(a, set(SIDES) - {"official"})]
        for question in ceiling.questions(list(agreed))
        for a in agreed.get(question, ())
    ]
    return grid("What the official side and another side both say", head, rows)


def _who(a: evidence.Answer, sides: set[str]) -> str:
    """Return who gives an answer on these sides: up to three names with a claim of theirs, and how many more."""
    speakers = [c for c in a.speakers if evidence.SIDES[evidence.voice_standpoint(c)] in sides]
    named = [f"{_speaker(c)} [{c.claim_id}]" for c in speakers[:_NAMED]]
    more = len(speakers) - len(named)
    return "; ".join([*named, *([f"and {text.plural(more, 'more voice')}"] if more else [])])


def _speaker(c: Claim) -> str:
    """Return who speaks, and of somebody who passes on the word of another standpoint, that it is passed on."""
    passed = evidence.voice_standpoint(c) != c.standpoint
    return f"passed on by {text.who(c)}" if passed else text.who(c)


def silent(question_id: str) -> Html:
    """Return the standpoints from which nothing is said on a question in what we hold. Raises `UnknownQuestion`."""
    return _list([display.label(s) for s in evidence.silent_standpoints(question_id)], "None: each standpoint speaks.")


def positions(question_id: str, claims: Iterable[Claim] | None = None) -> Html:
    """Return the answers to a question as a table: a row for each, and who gives it on which side."""
    claims = list(evidence.claims_on(question_id) if claims is None else claims)
    if not ceiling.lets(claims, evidence.question(question_id).question):
        claims = ceiling.of_equal_value(claims, "position")
        question_id = claims[0].question_id
    rows = []
    for position, found in evidence.positions(question_id, claims).items():
        who = {side: [text.who(c) for c in found if evidence.SIDES[c.standpoint] == side] for side in SIDES}
        rows.append([position, *(text.listing(list(dict.fromkeys(names))) or "silent" for names in who.values())])
    head = ("Answer", *(side.capitalize() for side in SIDES.values()))
    return grid(evidence.question(question_id).question, head, rows)
