"""A map puts places where their coordinates are, and says which it cannot place."""

import itertools
import json
import math

import pytest

from zhanaozen import charts, display, tables
from zhanaozen.charts import labels, maps

NEAR = (
    "zhanaozen", "aktau", "shetpe", "kuryk", "zhetybai", "munaishy", "fort_shevchenko", "beyneu", "buzachi_peninsula",
)  # fmt: skip
NOWHERE = ("uzen_field", "karazhanbas_field", "kyzylsai", "tenge")
FAR = ("atyrau", "astana", "almaty")
PLACES = tables.load().by_key("places")


def drawn(*place_ids: str, frame: str = "region") -> dict:
    chart = charts.place_map(place_ids, "Where?", "It does not show why.", frame)
    assert chart.to_dict(), "Altair finds it valid"
    return chart._repr_mimebundle_()[0][display.MIME]


def marks(spec: dict) -> dict[str, dict]:
    return {row["mark"]: row for name in ("places", "silent") for row in spec["datasets"].get(name, ())}


def test_a_map_has_a_title_lines_and_words_and_asks_nothing_of_a_network():
    spec = drawn(*NEAR, *NOWHERE)
    assert spec["title"]["text"] in spec["description"]
    assert "It does not show why." in spec["title"]["subtitle"]
    assert "http" not in json.dumps({k: v for k, v in spec.items() if k != "$schema"})
    assert len(spec["description"]) < 1800


def test_every_place_with_coordinates_is_drawn_at_them_and_counts_its_claims():
    found = marks(drawn(*NEAR))
    assert set(found) == set(NEAR)
    for place_id, row in found.items():
        place = PLACES[place_id]
        assert (row["lon"], row["lat"]) == (place.longitude, place.latitude)
        assert row["claims"] == sum(c.place_id == place_id for c in tables.claims())


def test_a_place_of_which_no_claim_speaks_is_a_cross_that_cannot_be_selected():
    spec = drawn("zhanaozen", "beyneu")
    assert [row["mark"] for row in spec["datasets"]["silent"]] == ["beyneu"]
    assert spec["datasets"]["silent"][0]["shape"] == maps.CROSS
    assert "Beyneu, about 290 km north-east of Zhanaozen: no claim." in spec["description"]


def test_an_area_is_hollow_and_larger_than_a_town():
    found = marks(drawn(*NEAR))
    area, town = found["buzachi_peninsula"], found["zhanaozen"]
    assert (area["fill"], town["fill"]) == (0, 1)
    assert area["size"] > 2 * town["size"]


def test_places_without_coordinates_are_named_and_not_drawn():
    spec = drawn("zhanaozen", *NOWHERE, "mangystau")
    assert set(marks(spec)) == {"zhanaozen"}
    (unknown,) = (line for line in [" ".join(spec["title"]["subtitle"])] if "none are guessed" in line)
    assert all(PLACES[place_id].name in unknown for place_id in NOWHERE)
    assert "no single point stands for them: Mangystau region." in unknown


def test_what_lies_outside_the_frame_is_said_with_its_distance():
    assert "Outside this map: Atyrau (about 430 km north of Zhanaozen)." in drawn("zhanaozen", "atyrau")["description"]
    assert set(marks(drawn("zhanaozen", *FAR, frame="country"))) == {"zhanaozen", *FAR}


@pytest.mark.parametrize(
    ("place_id", "words"),
    [
        ("aktau", "about 140 km west"),
        ("shetpe", "about 110 km north-west"),
        ("almaty", "about 1,940 km east"),
        ("kuryk", "about 100 km west"),
    ],
)
def test_distance_and_direction_are_those_of_the_coordinates(place_id, words):
    assert maps.from_zhanaozen(PLACES[place_id]) == f"{words} of Zhanaozen"


@pytest.mark.parametrize("frame", maps.FRAMES)
def test_no_label_covers_another_or_a_mark(frame):
    spec, edges = drawn(*NEAR, *FAR, frame=frame), maps.FRAMES[frame]
    boxes = {
        row["words"]: labels.box(*edges.pixel(row["lon"], row["lat"]), row["words"], row["align"])
        for row in spec["datasets"]["labels"]
    }
    assert len(boxes) == len(marks(spec))
    for (one, a), (two, b) in itertools.combinations(boxes.items(), 2):
        assert not a.meets(b), f"{one} and {two}"
    for (words, room), row in itertools.product(boxes.items(), marks(spec).values()):
        assert not room.meets(labels.around(*edges.pixel(row["lon"], row["lat"]), 3)), f"{words} on {row['mark']}"


@pytest.mark.parametrize("edges", maps.FRAMES.values(), ids=maps.FRAMES)
def test_the_projection_fills_the_picture_and_the_bar_is_as_long_as_it_says(edges):
    assert edges.pixel(edges.west, edges.north) == pytest.approx((0, 0))
    assert edges.pixel(edges.east, edges.south) == pytest.approx((maps.WIDTH, edges.height), abs=1)
    middle = edges.degrees(0, edges.height / 2)["lat"]
    bar = maps._bar(edges)
    assert math.radians(bar["lon2"] - bar["lon"]) * maps.EARTH * math.cos(math.radians(middle)) == pytest.approx(
        edges.bar[2]
    )


def test_a_core_text_stands_in_front_then_another_standpoint_and_nothing_hard():
    first, second, *_ = maps._in_reading_order(PLACES["zhanaozen"])
    assert first.standpoint != second.standpoint
    assert first.source.core
    assert max(first.intensity, second.intensity) <= charts.CALM


@pytest.mark.parametrize("place_ids", [NOWHERE, FAR, ("beyneu", "munaishy")], ids=["nowhere", "outside", "silent"])
def test_a_map_of_nothing_is_refused_with_a_way_on(place_ids):
    with pytest.raises(charts.NothingToDraw, match=r"Choose others|Add one"):
        charts.place_map(place_ids, "Where?", "Nothing.")
