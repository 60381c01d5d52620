"""Charts say what the rows say, to the eye and in words."""

import itertools
import json

import altair as alt
import pytest

from zhanaozen import cards, charts, display, evidence, tables, text
from zhanaozen.charts import parts
from zhanaozen.charts.two_clocks import EVER, KNOWN, moment

GOATS = evidence.claims_on("goats", data=tables.practice())
KILLED = [c for c in evidence.claims_on("killed") if c.unit == "people killed"]


def drawn(chart) -> dict:
    assert chart.to_dict(), "Altair finds it valid"
    return chart._repr_mimebundle_()[0][display.MIME]


def values(spec) -> list[dict]:
    """Every data row of a chart."""
    return [row for rows in spec["datasets"].values() for row in rows]


def in_grey(colour: str) -> float:
    """Relative luminance (WCAG): 0 is black, 1 is white."""
    channels = [byte / 255 for byte in bytes.fromhex(colour[1:])]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_standpoint_has_a_shape_of_its_own():
    assert set(display.STANDPOINTS) == set(tables.vocabulary("sources", "standpoint"))
    assert len({shape for _, _, shape in display.STANDPOINTS.values()}) == len(display.STANDPOINTS)


def test_no_two_standpoints_have_the_same_grey():
    def lightness(colour):
        return 116 * in_grey(colour) ** (1 / 3) - 16

    for (a, (_, one, _)), (b, (_, two, _)) in itertools.combinations(display.STANDPOINTS.items(), 2):
        assert abs(lightness(one) - lightness(two)) > 3.5, f"{a} and {b}"


@pytest.mark.parametrize("standpoint", display.STANDPOINTS)
def test_every_standpoint_stands_out_from_the_page(standpoint):
    assert 1.05 / (in_grey(display.STANDPOINTS[standpoint][1]) + 0.05) >= 3, "WCAG asks 3 to 1 for graphics"


def test_a_chart_without_a_description_is_refused():
    with pytest.raises(display.NoDescription):
        alt.Chart(alt.Data(values=[{"a": 1}])).mark_point()._repr_mimebundle_(None, None)


@pytest.mark.parametrize(
    "chart",
    [
        charts.ranges(GOATS, "Goats?", "Nothing else."),
        charts.two_clocks(KILLED, "Said when?"),
        charts.corroboration(KILLED, "Who?"),
    ],
    ids=["ranges", "two_clocks", "corroboration"],
)
def test_a_chart_is_vega_lite_5_with_title_reading_line_and_words(chart):
    spec = drawn(chart)
    assert spec["$schema"].endswith("/vega-lite/v5.json")
    assert spec["usermeta"]["embedOptions"] == {"renderer": "svg", "actions": False}
    assert len(spec["title"]["subtitle"]) >= 3
    assert spec["title"]["text"] in spec["description"]
    assert "http" not in json.dumps({k: v for k, v in spec.items() if k != "$schema"}).replace("https://vega", "")


def test_at_least_runs_on_to_the_right_and_up_to_a_short_way_to_the_left():
    rows = {row["mark"]: row for row in values(drawn(charts.ranges(GOATS, "Goats?", "Nothing."))) if "arrow" in row}
    least, most = rows["linden-echo.01"], rows["linden-farm.01"]
    assert (least["arrow"], least["from"], least["tip"]) == ("at least", 12, parts.TIPS["at least"])
    assert (most["arrow"], most["to"], most["tip"]) == ("up to", 5, parts.TIPS["up to"])
    assert 0 < most["from"] < 5, "to draw 'nearly 1,000' from zero on would be another claim"
    assert [row["fill"] for row in rows.values()].count(0) == 1, "only the goalkeeper says 'about'"


def test_what_exactly_is_counted_stands_below_its_number():
    claims = [c for c in evidence.claims_on("dismissed") if c.unit]
    rows = {row["mark"]: row for row in drawn(charts.ranges(claims, "Dismissed?", "Nothing."))["datasets"]["rows"]}
    assert any(c.scope for c in claims), "or this proves nothing"
    for c in claims:
        assert " ".join(rows[c.claim_id]["scope"]) == (c.scope or "")


def test_a_legend_has_exactly_the_standpoints_that_are_drawn():
    official = [
        c for c in evidence.claims_on("dismissed") if evidence.SIDES[evidence.voice_standpoint(c)] == "official"
    ]
    assert {c.standpoint for c in official} - {"state", "company"}, "a text that passes on, or this proves nothing"
    spec = drawn(charts.ranges(official, "Dismissed?", "Nothing.", by_voice=True))
    shapes = [layer["encoding"].get("shape", {}) for layer in spec["vconcat"][0]["layer"]]
    (legend,) = (shape["scale"]["domain"] for shape in shapes if shape.get("legend"))
    assert legend == ["State", "Company"]
    assert {row["standpoint"] for row in spec["datasets"]["rows"]} == set(legend)


@pytest.mark.parametrize("question", ["wages", "population", "on_strike", "killed"])
def test_words_of_a_row_end_inside_the_picture(question):
    rows = drawn(charts.ranges(evidence.claims_on(question), "How many?", "Nothing."))["datasets"]["rows"]
    end = 1.15 * max(max(row["at"], row["to"] if not row["tip"] else 0) for row in rows)
    for row in rows:
        at, width = parts.ROW_WIDTH * row["at"] / end, parts.LETTER * len(row["words"])
        left = at + row["dx"] - (width if row["align"] == "right" else 0)
        assert -1 <= left <= parts.ROW_WIDTH - width + 1, row["words"]


def test_every_claim_with_a_number_is_behind_some_mark():
    spec = drawn(charts.two_clocks(KILLED, "Said when?"))
    heads = {row["mark"]: row["told"][0] for row in spec["datasets"]["behind"]}
    totals = {mark: int(head.split(" of ")[1].split(" ·")[0]) for mark, head in heads.items()}
    assert sum(totals.values()) == len([c for c in KILLED if c.said_on])


def test_a_mark_in_time_is_never_before_the_event_nor_outside_its_panel():
    rows = [row for row in values(drawn(charts.two_clocks(KILLED, "Said when?"))) if "said" in row]
    assert len(rows) == len({moment(c) for c in KILLED if c.said_on})
    assert all(row["said"] >= "2011-12-16" for row in rows)


def test_a_day_tells_what_was_said_by_then_and_nothing_later():
    spec = drawn(charts.two_clocks(KILLED, "Said when?"))
    known = {row["day"]: row["words"] for row in spec["datasets"]["known"]}
    assert known.keys() == set(spec["params"][0]["bind"]["options"]), "each day of the menu has its words"
    assert "As known by the end of 16 December 2011" in known["2011-12-16"]
    assert "New on that day: 0 killed" in known["2011-12-16"]
    assert "64" not in known["2011-12-16"]
    assert "about 90" not in known["2012-07-31"], "said in 2012, and nobody can be sure before its last day"
    assert "about 90" in known["2012-12-31"]
    assert "about 90" in known[EVER]


@pytest.mark.parametrize("day", evidence.days_said(c for c in KILLED if c.said_on))
def test_the_menu_keeps_the_marks_of_what_was_known_by_a_day(day):
    spec = drawn(charts.two_clocks(KILLED, "Said when?"))
    kept = {row["mark"] for row in values(spec) if row.get("mark", "9")[:10] <= day}
    assert kept == {moment(c) for c in evidence.known_by(KILLED, day)}
    panels = [view for view in spec["vconcat"] if view.get("data", {}).get("name") != "known"]
    assert all({"filter": KNOWN} in panel["transform"] for panel in panels), "no panel shows what came later"


def test_claims_that_describe_violence_are_not_printed_below_a_chart():
    hard = [c for c in evidence.claims_on("killed") if c.intensity > charts.CALM and c.unit]
    assert hard, "there must be one, or this proves nothing"
    spec = json.dumps(drawn(charts.ranges(hard, "Killed?", "Nothing.")), ensure_ascii=False)
    for c in hard:
        assert c.phrase not in spec
        assert " ".join(c.claim.split()[-3:]) not in spec


@pytest.mark.parametrize("question", [q.question_id for q in tables.load().questions if q.kind == "number"])
def test_every_question_about_a_number_can_be_drawn(question):
    """Lesson 05 sends a computing class to change the question of its last cell."""
    claims = [c for c in evidence.claims_on(question) if c.unit]
    spec = drawn(charts.ranges(claims, "How many?", "Nothing else."))
    assert len(spec["datasets"]["rows"]) == len(claims)


def test_nothing_to_draw_is_said():
    with pytest.raises(charts.NothingToDraw, match="Choose another"):
        charts.ranges([c for c in tables.claims() if not c.unit], "None", "None")


def test_cards_escape_what_they_show():
    c = tables.claims()[0]
    evil = type(c)(**{**{f: getattr(c, f) for f in c.__dataclass_fields__}, "claim": "<script>alert(1)</script>"})
    assert "<script>" not in cards.claim(evil).html
    assert "<script>" not in cards.table([evil], "<script>").html


@pytest.mark.parametrize(
    ("low", "high", "hedge_kind", "words"),
    [
        (64, None, "floor", "at least 64"),
        (700, None, "more_than", "more than 700"),
        (None, 64, "ceiling", "up to 64"),
        (None, 1000, "less_than", "nearly 1,000"),
        (30, 70, None, "30 to 70"),
        (70, 70, "approximate", "about 70"),
        (1300, 1300, None, "1,300"),
    ],
)
def test_a_range_in_words_keeps_its_ends(low, high, hedge_kind, words):
    assert text.span(low, high, hedge_kind) == words


@pytest.mark.parametrize(
    ("low", "unit", "words"),
    [
        (1, "people killed", "1 person killed"),
        (1, "years in prison", "1 year in prison"),
        (1, "people with gunshot wounds", "1 person with gunshot wounds"),
        (11, "people killed", "11 people killed"),
    ],
)
def test_one_of_a_unit_is_said_as_one(low, unit, words):
    assert text.counted(low, low, None, unit) == words


def test_every_unit_of_which_there_is_one_is_known():
    ones = [c for c in tables.claims() if c.unit and c.value_high == 1]
    assert ones
    assert not [c.claim_id for c in ones if text.number(c).split()[1] in ("people", "police officers", "years")]


def test_every_chart_shown_in_a_notebook_has_its_facts_as_a_table_below(capsys, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda thing, **_: shown.append(thing))
    chart = charts.ranges(GOATS, "Goats?", "Nothing else.")
    chart._ipython_display_()
    picture, table = shown
    assert picture[display.MIME]["description"] == chart.to_dict()["description"]
    for c in GOATS:
        assert f">{c.claim_id}</td>" in table.html
    assert table.html.startswith("<details><summary>The same facts as a table: 8 rows")
