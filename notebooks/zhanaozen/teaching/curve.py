"""A lesson's curve: how hard each section is to read, on its page and behind boxes that a reader may open."""

import textwrap

import altair as alt

from zhanaozen import display
from zhanaozen.charts.parts import LABEL_WIDTH, ROW_LABELS, ROW_WIDTH
from zhanaozen.teaching.sections import Section, question, sections

HOW = (
    "From top to bottom, the sections in order. The filled bar is the page itself; the outlined one reaches to the "
    "hardest claim that a reader may open. 0 is plain, 1 names harm, 2 describes violence, 3 torture or dying."
)
CANNOT = "It cannot show how a passage will touch somebody in your class. From the claims cited in each section."


def curve(lesson: str) -> display.Figure:
    """Draw the intensity of a lesson's sections, 0 to 3. Raises `UnknownLesson`."""
    parts = sections(lesson)
    rows = [_row(number, s) for number, s in enumerate(parts, 1)]
    base = alt.Chart({"name": "sections"}, width=ROW_WIDTH, height=alt.Step(30)).encode(
        alt.Y("title:N", sort=[r["title"] for r in rows], axis={"title": None, **ROW_LABELS})
    )
    scale = {"title": "How hard", "scale": {"domain": [0, 3]}, "axis": {"values": [0, 1, 2, 3], "format": "d"}}
    page = base.mark_bar(color="#3b6fb6", size=18).encode(alt.X("page:Q", **scale), alt.Description("say:N"))
    boxed = base.mark_bar(fillOpacity=0, stroke="#1b1b1b", strokeWidth=2, size=18, aria=False).encode(
        alt.X("boxed:Q", **scale)
    )
    title = f"Lesson {lesson}: how hard each section is to read"
    return display.Figure(
        vconcat=[page + boxed],
        title={"text": title, "subtitle": [line for s in (HOW, CANNOT) for line in textwrap.wrap(s, 92)]},
        description=" ".join([title, question(lesson), HOW, CANNOT, "; ".join(r["say"] for r in rows)]),
        datasets={"sections": tuple(rows)},
        table=(
            ("Section", "Minutes", "On the page", "Behind a box"),
            [[s.title, str(s.minutes), str(s.intensity), str(s.boxed)] for s in parts],
        ),
    )


def _row(number: int, s: Section) -> dict:
    return {
        "title": "\n".join(textwrap.wrap(f"{number} {s.title}", LABEL_WIDTH)),
        "page": s.intensity,
        "boxed": s.boxed,
        "say": f"{s.title}: {s.intensity} on the page, {s.boxed} behind a box",
    }
