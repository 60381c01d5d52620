"""The chart of trials holds every count of the table once, under the trial or trials that it is of."""

import itertools
import re

import pytest

from zhanaozen import charts, display, tables
from zhanaozen.charts import parts

CANNOT = "It does not show whether the trials were fair."
ASKED = ("the_37", "shetpe", "sokolova")


def drawn(*trial_ids: str) -> dict:
    chart = charts.outcomes(trial_ids, "What became of them?", CANNOT)
    assert chart.to_dict(), "Altair finds it valid"
    return chart._repr_mimebundle_()[0][display.MIME]


@pytest.fixture(scope="module")
def spec() -> dict:
    return drawn(*ASKED)


def of(trial_ids) -> list:
    return [o for o in tables.load().outcomes if set(o.trial_ids) <= set(trial_ids)]


def heading(o) -> str:
    return " + ".join(t.name for t in o.trials)


def test_every_count_is_behind_one_mark_at_its_number(spec):
    behind = {row["mark"]: row["told"][0] for row in spec["datasets"]["behind"]}
    totals = {mark: int(re.search(r"of (\d+)", head)[1]) for mark, head in behind.items()}
    marks = {row["mark"]: row for row in spec["datasets"]["marks"]}
    assert sum(totals.values()) == len(of(ASKED))
    assert len(marks) == len(spec["datasets"]["marks"])
    assert {(m["at"], m["standpoint"]) for m in marks.values()} == {
        (o.count_high if o.count_low is None else o.count_low, display.label(o.claim.standpoint)) for o in of(ASKED)
    }


def test_the_same_number_from_several_voices_is_one_mark_that_counts_them(spec):
    same = [o for o in of(["the_37"]) if o.trial_ids == ("the_37",) and o.outcome == "prison" and o.count_low == 13]
    press = {o.claim.voice for o in same if o.claim.standpoint == "press"}
    assert 1 < len(press) < len(same), "some voices must be repeated, or this proves nothing"
    [mark] = [
        row for row in spec["datasets"]["marks"]
        if row["row"].endswith("16 December|prison|0") and (row["at"], row["standpoint"]) == (13, "Press")
    ]  # fmt: skip
    assert mark["beside"] == f"13 · {len(press)} voices"


def test_counts_that_take_two_trials_together_stand_under_both_their_names(spec):
    domain = spec["vconcat"][0]["layer"][0]["encoding"]["y"]["scale"]["domain"]
    names = [row["words"] for row in spec["datasets"]["headings"]]
    both = next(o for o in of(ASKED) if len(o.trials) == 2)
    assert f"Counted together: {heading(both)}" in " ".join(names)
    for row in spec["datasets"]["marks"]:
        assert row["row"] in domain
        together = row["row"].split("\t")[1].startswith("Counted together: ")
        assert together == any(f"Counted together: {heading(o)}|" in row["row"] for o in of(ASKED) if len(o.trials) > 1)


def test_a_count_without_an_upper_end_runs_on(spec):
    open_ended = [o for o in of(ASKED) if o.count_high is None]
    assert open_ended, "there must be one, or this proves nothing"
    rows = [row for row in spec["datasets"]["marks"] if row["tip"] == parts.TIPS["at least"]]
    assert [row["from"] for row in rows] == [o.count_low for o in open_ended]
    assert all(row["to"] > row["from"] for row in rows)
    assert {"at least", "more than"} & {" ".join(row["beside"].split()[:2]) for row in rows}


def test_words_of_one_line_do_not_overlap(spec):
    end = spec["vconcat"][0]["layer"][0]["encoding"]["x"]["scale"]["domain"][1]
    lines: dict[str, list[tuple[float, float]]] = {}
    for row in spec["datasets"]["marks"]:
        place, words = 400 * row["at"] / end, 11 + 5.5 * len(row["beside"])
        lines.setdefault(row["row"], []).append(
            (place - words, place + 8) if row["left"] else (place - 8, place + words)
        )
    assert any(len(spans) > 1 for spans in lines.values())
    for name, spans in lines.items():
        spans.sort()
        assert all(one[1] < other[0] for one, other in itertools.pairwise(spans)), name


def test_silence_is_drawn_and_said(spec):
    silent = [row["row"] for row in spec["datasets"]["silence"]]
    assert silent == ["any outcome\tTrial of Natalia Sokolova|any outcome|0"]
    assert "Trial of Natalia Sokolova: no count of any outcome." in spec["description"]
    assert any(row.startswith("acquitted\t") for row in (r["row"] for r in drawn("police")["datasets"]["silence"]))


def test_alt_text_stays_short_and_keeps_the_differences():
    words = drawn(*(t.trial_id for t in tables.load().trials))["description"]
    assert len(words) < 1_500
    assert "convicted 34 or 37" in words


@pytest.mark.parametrize(
    ("trial_ids", "message"),
    [(["sokolova"], "no count of outcomes"), (["the_38"], "There are: aminov"), ([], "no count")],
)
def test_without_a_trial_or_a_count_nothing_is_drawn(trial_ids, message):
    with pytest.raises(charts.NothingToDraw, match=message):
        charts.outcomes(trial_ids, "What?", CANNOT)
