"""The chart of words counts what the table counts, and says where a count misleads."""

import pytest

from zhanaozen import charts, display, tables

TERMS = [("event", "massacre"), "riots", "striking oil workers", "people", "revolt"]
CANNOT = "It does not show in whose mouth a word stands."


@pytest.fixture(scope="module")
def spec() -> dict:
    chart = charts.wording(TERMS, "Which words?", CANNOT)
    assert chart.to_dict(), "Altair finds it valid"
    return chart._repr_mimebundle_()[0][display.MIME]


def counts(spec: dict) -> list[dict]:
    return [row for name, rows in spec["datasets"].items() if name.startswith("counts") for row in rows]


def test_every_count_of_the_table_is_drawn_with_its_rate(spec):
    terms = [term if isinstance(term, str) else term[1] for term in TERMS]
    said = {(w.term, w.source_id): (w.count, 1000 * w.count / w.total_words) for w in tables.load().wording}
    rows = counts(spec)
    assert len(rows) == len(terms) * 6
    for row in rows:
        term, source_id = row["mark"].split("|")
        count, rate = said[term, source_id]
        assert (row["count"], row["rate"]) == (count, pytest.approx(rate, abs=0.005)), row["mark"]
        assert row["beside"].startswith(str(count))


def test_a_mark_stands_in_its_column_and_higher_rates_further_right(spec):
    for rows in (rows for name, rows in spec["datasets"].items() if name.startswith("counts")):
        for column, term in enumerate(dict.fromkeys(row["term"] for row in rows)):
            of_term = sorted((row for row in rows if row["term"] == term), key=lambda row: row["rate"])
            places = [row["at"] for row in of_term]
            assert places == sorted(places)
            assert column < places[0] <= places[-1] < column + 0.7, "the count beside it needs room"


def test_never_has_a_mark_of_its_own(spec):
    assert [row for row in counts(spec) if row["count"] == 0], "there must be one, or this proves nothing"
    for view in (view for view in spec["vconcat"] if "layer" in view):
        shape = view["layer"][0]["encoding"]["shape"]
        assert shape["condition"]["test"] == "datum.count == 0"
        assert shape["condition"]["value"] not in shape["scale"]["range"], "no standpoint has the shape of never"
    assert "“revolt”: never in any." in spec["description"]


def test_what_to_mind_is_starred_and_printed_for_the_selected_mark(spec):
    notes = {f"{w.term}|{w.source_id}": w.note for w in tables.load().wording}
    printed = {row["mark"]: " ".join(row["told"]) for row in spec["datasets"]["notes"]}
    for row in counts(spec):
        assert ("*" in row["beside"]) == bool(notes[row["mark"]])
        if notes[row["mark"]]:
            assert "To mind: " + " ".join(notes[row["mark"]].split()) in printed[row["mark"]]
            assert notes[row["mark"]] in row["say"]


def test_the_chart_says_what_it_asks_and_cannot_show(spec):
    assert spec["title"]["text"] == "Which words?"
    assert CANNOT in " ".join(spec["title"]["subtitle"])
    assert "Which words?" in spec["description"]
    assert CANNOT in spec["description"]
    assert len(spec["description"]) < 1_500


@pytest.mark.parametrize(
    ("terms", "message"),
    [([], "No term was given"), (["massacer"], "Near to it: massacre"), ([("people", "massacre")], "in the group")],
)
def test_a_term_that_was_not_counted_is_not_drawn(terms, message):
    with pytest.raises(charts.NothingToDraw, match=message):
        charts.wording(terms, "Which?", CANNOT)
