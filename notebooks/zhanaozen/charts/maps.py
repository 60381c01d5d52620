"""Maps: where the places are that claims speak of, drawn from outlines, with no network."""

import functools
import json
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import altair as alt

from zhanaozen import display, evidence, tables, text
from zhanaozen.charts import labels
from zhanaozen.charts.parts import CALM, WIDTH, NothingToDraw, figure, picker, rows_named
from zhanaozen.tables import Claim, Place

EARTH = 6371
"""Mean radius in kilometres."""
FROM = "zhanaozen"
"""Distances and directions are told from here."""
DIRECTIONS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
HOW = {
    "claims": "The number in brackets says how many claims speak of that place alone, of any year.",
    "silent": "A cross means none.",
    "vague": "A large hollow mark stands for an area, not for a point in it.",
}
OUTLINES = (
    "The region with an edge of its own is Mangystau. The shore changes with the sea, and is not that of December 2011."
)
CROSS = "M-.8,-.8L.8,.8M-.8,.8L.8,-.8"
SEA, LAND, HIGHLIGHT, BROWN, DARK, QUIET = "#a9c3d1", "#e9e9e6", "#f9e3a0", "#8a7430", "#333333", "#6e6e6e"
MANGYSTAU = "KZ.MG"


class Frame(NamedTuple):
    """What a map shows, in degrees: its edges, names of areas, and the scale bar (where it begins, kilometres).

    Places nearer to an earlier one than `apart` pixels are not drawn.

    The projection is Mercator's, as in Vega: equal angles, so that directions are true, and a scale that
    grows to the north. The bar is true at half the height of the map, and says so.
    """

    west: float
    south: float
    east: float
    north: float
    apart: float
    bar: tuple[float, float, int]
    names: tuple[tuple[str, float, float], ...]

    @property
    def per_radian(self) -> float:
        """Pixels for a radian of longitude: Vega's `scale`."""
        return WIDTH / math.radians(self.east - self.west)

    @property
    def height(self) -> int:
        """Pixels from the northern edge to the southern one."""
        return round(self.per_radian * (_stretched(self.north) - _stretched(self.south)))

    @property
    def translate(self) -> list[float]:
        """Where longitude 0 on the equator would be, in pixels: Vega's `translate`."""
        return [-self.per_radian * math.radians(self.west), self.per_radian * _stretched(self.north)]

    def pixel(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point is drawn, in pixels from the upper left corner."""
        x, y = self.translate
        return x + self.per_radian * math.radians(longitude), y - self.per_radian * _stretched(latitude)

    def degrees(self, x: float, y: float) -> dict:
        """Return the longitude and latitude that are drawn at a pixel."""
        x0, y0 = self.translate
        latitude = 2 * math.atan(math.exp((y0 - y) / self.per_radian)) - math.pi / 2
        return {"lon": math.degrees((x - x0) / self.per_radian), "lat": math.degrees(latitude)}

    def holds(self, place: Place) -> bool:
        """Say whether a place lies within the edges."""
        return self.west < place.longitude < self.east and self.south < place.latitude < self.north


#: 'region' leaves out the empty south of Mangystau, so that the towns around Zhanaozen stand apart.
FRAMES = {
    "region": Frame(
        *(49.5, 42.3, 57, 46.65),
        apart=8,
        bar=(49.7, 42.42, 100),
        names=(("Caspian Sea", 50.3, 43.15), ("Mangystau region", 54.6, 44.3), ("Uzbekistan", 56.5, 43.5)),
    ),
    "country": Frame(
        *(44.5, 40.3, 88, 55.7),
        apart=11,
        bar=(80.5, 40.9, 500),
        names=(("KAZAKHSTAN", 67.5, 48.3), ("Caspian Sea", 50.6, 41.2)),
    ),
}


def place_map(place_ids: Iterable[str], title: str, cannot: str, frame: str = "region") -> display.Figure:
    """Draw where places are, each with the number of claims that speak of it.

    `place_ids` are keys of `places`; where labels compete for room, the first comes first. `cannot` says in a
    sentence what the map does not show. `frame` is 'region' (Mangystau and the shore around it) or 'country'
    (all Kazakhstan). Places without coordinates, and those outside the frame, are named in a line. Raises
    `NothingToDraw` if no place can be drawn or no claim speaks of any; KeyError for an unknown place or frame.
    """
    known, edges = tables.load().by_key("places"), FRAMES[frame]
    places = [known[place_id] for place_id in dict.fromkeys(place_ids)]
    located = [p for p in places if p.latitude is not None]
    inside = [p for p in located if edges.holds(p)]
    shown = _apart(inside, edges)
    if not shown:
        raise NothingToDraw("None of these places can be drawn on this map. Choose others, or frame='country'.")
    groups = {p.place_id: claims for p in shown if (claims := _in_reading_order(p))}
    if not groups:
        raise NothingToDraw("No claim speaks of any of these places. Add one of which a claim speaks.")
    picked = picker(max(groups, key=lambda place_id: len(groups[place_id])))
    marks = [_mark(p, len(groups.get(p.place_id, ()))) for p in shown]
    bar = _bar(edges)
    names, lines = _labels(marks, edges, bar)
    rows = {
        # Mangystau last, or its neighbours would cover its edge.
        "regions": sorted((f for f in map(_solid, outline("regions")) if _near(f, edges)), key=_is_mangystau),
        "country": [_solid(f) for f in outline("kazakhstan")],
        "sea": outline("caspian"),
        "areas": [{"lon": longitude, "lat": latitude, "words": words} for words, longitude, latitude in edges.names],
        "bar": [bar],
        "lines": lines,
        "silent": [row for row in marks if not row["claims"]],
        "places": [row for row in marks if row["claims"]],
        "labels": names,
    }
    rows = {name: of_view for name, of_view in rows.items() if of_view}
    left_out = [
        *_nowhere([p for p in places if p.latitude is None]),
        *_named("Too close to another to be drawn here", [p.name for p in inside if p not in shown]),
        *_named("Outside this map", [f"{p.name} ({from_zhanaozen(p)})" for p in located if p not in inside]),
    ]
    return figure(
        [_view(rows, edges, picked)],
        rows,
        groups,
        picked,
        title=title,
        lines=(_how(marks), *left_out, cannot),
        words=" ".join(f"{row['say']}." for row in marks),
        table=(
            ("Place", "Where", "Claims", "What the point stands for"),
            [[p.name, _where(p), str(len(_in_reading_order(p))), p.precision.replace("_", " ")] for p in places],
        ),
    )


def _how(marks: Sequence[dict]) -> str:
    """Return how to read the kinds of marks that are drawn."""
    drawn = {"claims"} | {"silent" for m in marks if not m["claims"]} | {"vague" for m in marks if not m["fill"]}
    return " ".join([*(words for kind, words in HOW.items() if kind in drawn), OUTLINES])


def _where(place: Place) -> str:
    if place.latitude is None:
        return "no coordinates"
    return f"{place.latitude:.2f} north, {place.longitude:.2f} east; {from_zhanaozen(place)}"


def from_zhanaozen(place: Place) -> str:
    """Return how far and in which direction a place lies, as the crow flies: 'about 140 km west of Zhanaozen'."""
    start = tables.load().by_key("places")[FROM]
    lat1, lon1, lat2, lon2 = map(math.radians, (start.latitude, start.longitude, place.latitude, place.longitude))
    east = lon2 - lon1
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(east / 2) ** 2
    distance = 2 * EARTH * math.asin(math.sqrt(half))
    bearing = math.atan2(
        math.sin(east) * math.cos(lat2),
        math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(east),
    )
    direction = DIRECTIONS[round(bearing / math.tau * len(DIRECTIONS)) % len(DIRECTIONS)]
    return f"about {10 * round(distance / 10):,} km {direction} of {start.name}"


@functools.cache
def outline(name: str) -> list[dict]:
    """Return the features of an outline in `data/geo`."""
    return json.loads((tables.DATA / "geo" / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


def _stretched(latitude: float) -> float:
    """Return how far from the equator Mercator draws a latitude, where a radian of longitude is 1."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _in_reading_order(place: Place) -> list[Claim]:
    """Return the claims that speak of a place: plain and core ones first, two different standpoints in front."""
    claims = [c for c in tables.load().claims if c.place_id == place.place_id]
    claims = sorted(evidence.in_order_said(claims), key=lambda c: (c.intensity, not c.source.core))
    second = next((c for c in claims if c.standpoint != claims[0].standpoint and c.intensity <= CALM), None)
    return claims if second is None else [claims[0], second, *(c for c in claims[1:] if c is not second)]


def _mark(place: Place, claims: int) -> dict:
    vague = place.precision == "label"
    where = "" if place.place_id == FROM else f", {from_zhanaozen(place)}"
    area = " (an area: the mark is not a point in it)" if vague else ""
    count = text.plural(claims, "claim") if claims else "no claim"
    return {
        "mark": place.place_id,
        "lon": place.longitude,
        "lat": place.latitude,
        "label": f"{place.name} ({claims})",
        "fill": 0 if vague else 1,
        "size": 300 if vague else 60,
        "claims": claims,
        "shape": "circle" if claims or vague else CROSS,
        "say": f"{place.name}{area}{where}: {count}",
    }


def _bar(edges: Frame) -> dict:
    """Return the scale bar, and the length that it has at half the height of the map."""
    longitude, latitude, kilometres = edges.bar
    middle = edges.degrees(0, edges.height / 2)["lat"]
    end = longitude + math.degrees(kilometres / (EARTH * math.cos(math.radians(middle))))
    words = f"{kilometres} km at {middle:.0f}° N"
    return {"lon": longitude, "lat": latitude, "lon2": end, "lat2": latitude, "words": words}


def _labels(marks: Sequence[dict], edges: Frame, bar: dict) -> tuple[list[dict], list[dict]]:
    """Return the labels of marks, and lines to those that have no room beside their mark."""
    taken = [labels.box(*edges.pixel(lon, lat), words, "center") for words, lon, lat in edges.names]
    x, y = edges.pixel(bar["lon"], bar["lat"])
    taken.append(labels.box(x, y - 9, bar["words"]))
    at = [edges.pixel(row["lon"], row["lat"]) for row in marks]
    taken += [labels.around(*xy, 10) for xy, row in zip(at, marks, strict=True) if not row["fill"]]
    named = [(*xy, row["label"]) for xy, row in zip(at, marks, strict=True)]
    names, lines = [], []
    for row, spot in zip(marks, labels.beside(named, (WIDTH, edges.height), taken), strict=True):
        there = edges.degrees(spot.x, spot.y)
        names.append(there | {"words": row["label"], "align": spot.align})
        if spot.apart:
            lines.append({"lon": row["lon"], "lat": row["lat"], "lon2": there["lon"], "lat2": there["lat"]})
    return names, lines


def _solid(feature: dict) -> dict:
    """Return an outline without its inner rings.

    There is one, round Baikonur, which is leased to Russia; it would look like a mark.
    """
    shape = feature["geometry"]
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return feature | {"geometry": {"type": "MultiPolygon", "coordinates": [[outer] for outer, *_ in parts]}}


def _is_mangystau(feature: dict) -> bool:
    return feature["id"] == MANGYSTAU


def _near(feature: dict, edges: Frame) -> bool:
    """Say whether an outline without inner rings reaches into the frame."""
    points = [point for (outer,) in feature["geometry"]["coordinates"] for point in outer]
    longitudes, latitudes = zip(*points, strict=True)
    east, north = min(longitudes) < edges.east, min(latitudes) < edges.north
    return east and north and max(longitudes) > edges.west and max(latitudes) > edges.south


def _apart(places: Sequence[Place], edges: Frame) -> list[Place]:
    """Return the places whose marks do not cover the mark of an earlier one."""
    shown: list[tuple[Place, tuple[float, float]]] = []
    for place in places:
        at = edges.pixel(place.longitude, place.latitude)
        if all(math.dist(at, other) >= edges.apart for _, other in shown):
            shown.append((place, at))
    return [place for place, _ in shown]


def _nowhere(places: Sequence[Place]) -> list[str]:
    """Return in sentences which places have no coordinates, and why."""
    unknown = [p.name for p in places if p.precision == "unknown"]
    no_point = [p.name for p in places if p.precision == "not_a_point"]
    return [
        *_named("Not drawn, since no free coordinates were found and none are guessed", unknown),
        *_named("Not drawn, since no single point stands for them", no_point),
    ]


def _named(reason: str, names: Sequence[str]) -> list[str]:
    return [f"{reason}: {text.listing(names)}."] if names else []


def _view(rows: dict, edges: Frame, picked: alt.Parameter) -> alt.LayerChart:
    """Return outlines, then marks and their labels, in one projection that is the same in every layer."""
    place = {"lon": alt.Longitude("lon:Q"), "lat": alt.Latitude("lat:Q")}
    here, there = tuple(place.values()), (alt.Longitude2("lon2:Q"), alt.Latitude2("lat2:Q"))
    outlines = {"clip": True, "aria": False}
    fill_and_edge = (
        channel(value, condition={"test": f"datum.id === '{MANGYSTAU}'", "value": of_its_own})
        for channel, value, of_its_own in ((alt.FillValue, LAND, HIGHLIGHT), (alt.StrokeValue, "#ffffff", BROWN))
    )
    said = alt.Description("say:N"), alt.Tooltip("say:N")
    fill = alt.FillOpacity("fill:Q", scale=None, legend=None)
    size = alt.Size("size:Q", scale=None, legend=None)
    grown = alt.Size("size:Q", scale=None, legend=None, condition={"param": picked.name, "empty": False, "value": 220})
    words = alt.Text("words:N")
    layers = {
        "country": rows_named("country").mark_geoshape(fill=LAND, **outlines),
        "regions": rows_named("regions").mark_geoshape(strokeWidth=1.2, **outlines).encode(*fill_and_edge),
        "sea": rows_named("sea").mark_geoshape(fill=SEA, **outlines),
        "country border": rows_named("country").mark_geoshape(filled=False, stroke=QUIET, strokeWidth=1.5, **outlines),
        "areas": rows_named("areas")
        .mark_text(fontStyle="italic", fontSize=12, color="#2b3d46", aria=False)
        .encode(*here, words),
        "bar": rows_named("bar").mark_rule(strokeWidth=3, color=DARK, aria=False).encode(*here, *there),
        "bar words": rows_named("bar").mark_text(align="left", fontSize=11, dy=-9, aria=False).encode(*here, words),
        "lines": rows_named("lines").mark_rule(color=QUIET, aria=False).encode(*here, *there),
        "silent": rows_named("silent")
        .mark_point(strokeWidth=2, color=DARK, stroke=DARK)
        .encode(*here, fill, size, alt.Shape("shape:N", scale=None), *said),
        "places": rows_named("places")
        .mark_point(strokeWidth=2, color=DARK, stroke=DARK, cursor="pointer")
        .encode(*here, fill, grown, *said)
        .properties(name="view-places")
        .add_params(picked),
        "labels": rows_named("labels")
        .mark_text(align=alt.expr("datum.align"), fontSize=11, aria=False)
        .encode(*here, words),
    }
    return alt.layer(
        *(layer for name, layer in layers.items() if name.split()[0] in rows),
        projection={"type": "mercator", "scale": edges.per_radian, "translate": edges.translate},
        width=WIDTH,
        height=edges.height,
        view={"stroke": QUIET, "fill": "#ffffff"},
    )
