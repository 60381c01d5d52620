"""Series of numbers keep their units apart, their sources named, their gaps open and their hedges drawn."""

import pytest

from zhanaozen import charts, display, tables
from zhanaozen.charts import indicators, labels, measures

SERIES = tables.load().by_key("series")
RIGHTS = (
    "fh_civil_liberties", "vdem_electoral_democracy", "fariss_human_rights_protection", "fh_trade_unions",
)  # fmt: skip
WAGES = ("average_wage_kazakhstan", "average_wage_mangystau", "wage_claim_omg_worker", "wage_claim_taxi_driver")
TESTED = [
    ("brent_month",),
    ("kmg_ep_production", "uzenmunaigas_production"),
    ("population_zhanaozen",),
    RIGHTS,
    WAGES,
]


def drawn(*series_ids: str, **time) -> dict:
    chart = charts.lines(series_ids, "How much?", "It does not show why.", **time)
    assert chart.to_dict(), "Altair finds it valid"
    return chart._repr_mimebundle_()[0][display.MIME]


def layer(spec: dict, name: str, number: int = 0) -> list[dict]:
    return list(spec["datasets"].get(f"{name}-{number}", ()))


def rows_of(series_id: str) -> list:
    return [i for i in tables.load().indicators if i.series_id == series_id]


@pytest.mark.parametrize("series_ids", TESTED, ids=lambda ids: ids[0])
def test_a_chart_has_title_lines_words_and_every_caution(series_ids):
    spec = drawn(*series_ids)
    assert spec["title"]["text"] in spec["description"]
    assert "It does not show why." in spec["title"]["subtitle"]
    assert len(spec["description"]) < 1800
    for panel, series_id in zip(spec["vconcat"], series_ids, strict=False):
        above = " ".join(panel["title"]["subtitle"])
        assert SERIES[series_id].caution.split(":")[0].split(".")[0] in above
        assert all(measures.publication(i.source) in above for i in rows_of(series_id))


@pytest.mark.parametrize("series_id", SERIES)
def test_every_series_can_be_drawn_with_every_row_behind_a_mark_that_stays_in_its_time(series_id):
    spec = drawn(series_id)
    rows = rows_of(series_id)
    assert {(row["at"], row["start"][:10]) for row in layer(spec, "marks")} == {
        (i.value, measures.days(i)[0].isoformat()) for i in rows
    }
    behind = {row["mark"]: " ".join(row["told"]) for row in spec["datasets"]["behind"]}
    assert {row["mark"] for row in layer(spec, "marks")} == set(behind)
    told = " ".join(behind.values())
    for row in layer(spec, "marks"):
        assert row["start"] <= row["x"] <= row["end"], row["words"]
    for i in rows:
        assert i.phrase is None or " ".join(i.phrase.split()) in told


def test_each_series_has_a_panel_and_its_own_unit():
    panels = drawn(*RIGHTS)["vconcat"][:-1]
    titles = [" ".join(panel["title"]["text"]) for panel in panels]
    assert titles == [f"{SERIES[s].title} ({SERIES[s].unit})" for s in RIGHTS]


def domain(panel: dict) -> list[float]:
    return next(part["encoding"]["y"]["scale"]["domain"] for part in panel["layer"] if part.get("name"))


def test_series_in_one_unit_share_an_axis_unless_one_would_lie_flat():
    kmg, uzen, loss = drawn("kazakhstan_oil_production", "kmg_ep_production", "uzen_loss_to_date")["vconcat"][:-1]
    assert domain(kmg) == domain(uzen)
    assert domain(loss)[1] < 1_000_000
    assert "Its axis is its own" in " ".join(loss["title"]["subtitle"])


def test_an_axis_begins_at_zero_or_says_that_it_does_not():
    for panel in drawn(*RIGHTS, "brent_month")["vconcat"][:-1]:
        assert domain(panel)[0] <= 0 or "The axis shows only" in " ".join(panel["title"]["subtitle"])


def test_axes_have_the_steps_of_what_is_counted():
    def axis(series_id):
        return next(
            part["encoding"]["y"]["axis"] for part in drawn(series_id)["vconcat"][0]["layer"] if part.get("name")
        )

    assert axis("ucdp_deaths_kazakhstan")["tickCount"] == 1, "zero and one, no half deaths"
    assert axis("fh_civil_liberties_rating")["values"] == [1, 2, 3, 4, 5, 6, 7]
    assert axis("bti_freedom_of_expression")["values"] == [1, 5, 10]
    above = drawn("fh_civil_liberties_rating")["vconcat"][0]["title"]["subtitle"]
    assert "The axis is the whole scale: 1 is best, 7 worst." in " ".join(above)


def test_a_line_breaks_at_a_gap_and_joins_only_what_one_source_gives():
    gap = [i for i in rows_of("brent_year") if i.period != "2009"]
    assert [(run[0].period, run[-1].period) for run in indicators._runs(gap)] == [("2000", "2008"), ("2010", "2016")]
    oil = list(indicators._runs(rows_of("kazakhstan_oil_production")))
    assert all(len({i.source for i in run}) == 1 for run in oil)
    assert not {i.qualifier for run in oil for i in run} & set(measures.NOT_RESULTS)
    assert not layer(drawn("uzenmunaigas_production"), "line"), "years far apart are not joined"


def test_years_without_a_figure_are_marked_and_said():
    spec = drawn("fh_civil_liberties", "fh_trade_unions")
    assert [row["say"] for row in layer(spec, "silent", 1)] == ["2010: no figure here", "2011: no figure here"]
    assert not layer(spec, "silent", 0)
    assert "no figure for 2010 and 2011" in spec["description"]


def test_hedges_are_drawn():
    pop = {row["words"]: row for row in layer(drawn("population_zhanaozen"), "marks")}
    assert pop["2011: about 60,000 people"]["fill"] == 0
    assert pop["2012: up to 120,000 people"]["arrow"] == "↓"
    assert pop["13 January 2020: 130,000 to 140,000 people"]["to"] == 140_000
    plan = [row for row in layer(drawn("kmg_ep_production"), "marks") if "plan" in row["words"]]
    assert [row["fill"] for row in plan] == [0, 0]
    assert [row["arrow"] for row in layer(drawn("uzen_loss_forecast_2011"), "marks")] == ["↑"]


def test_bounds_are_a_band_and_long_times_are_bars():
    band = layer(drawn("vdem_electoral_democracy"), "band")
    assert (band[0]["low"], band[0]["high"]) == (0.214, 0.263)
    (bar,) = (row for row in layer(drawn("protesters_company_count"), "time"))
    assert (bar["start"][:10], bar["end"][:10]) == ("2011-05-26", "2011-06-28")


def test_sources_that_differ_have_letters_and_a_single_one_has_none():
    spec = drawn("population_zhanaozen")
    texts = {i.source_id for i in rows_of("population_zhanaozen")}
    assert len({row["name"] for row in layer(spec, "names")}) == len(texts)
    assert not layer(drawn("brent_month"), "names")


@pytest.mark.parametrize("series_id", ["population_zhanaozen", "kazakhstan_oil_production", "kmg_ep_production"])
def test_no_letter_covers_another(series_id):
    names = layer(drawn(series_id), "names")
    boxes = [labels.box(row["px"], row["py"], row["name"], row["align"]) for row in names]
    assert not any(a.meets(b) for number, a in enumerate(boxes) for b in boxes[:number])


def test_the_line_of_16_december_stands_only_where_the_time_takes_it_in():
    assert layer(drawn("brent_month"), "event")
    assert not layer(drawn("brent_month", since="2012-06"), "event")


def test_since_and_until_keep_what_touches_that_time():
    spec = drawn("brent_month", "fh_trade_unions", since="2011-06-30", until="2011")
    assert len(layer(spec, "marks")) == 7
    assert "No figure in this time: Free trade unions" in spec["description"]


def test_nothing_to_draw_is_said():
    with pytest.raises(charts.NothingToDraw, match="longer time"):
        charts.lines(["brent_month"], "How much?", "Nothing.", since="2030")
