"""What makes, checks and measures: phrases against texts, the outlines, the benchmark, a second validator."""

import itertools
import json

import pytest

from zhanaozen import explorers, tables
from zhanaozen.authoring import explorers_bench, verify
from zhanaozen.authoring.notebooks import ROOT

# --- do the quoted words stand where the claims say? ---------------------------------------------------


@pytest.fixture
def texts(tmp_path):
    """A folder of made texts, one for each core document: each paragraph holds the phrases claimed for it."""
    for source in tables.sources():
        if source.core:
            claims = [c for c in tables.claims() if c.source_id == source.source_id]
            paragraphs = ["nothing"] * max(int(c.locator[1:]) for c in claims)
            for c in claims:
                paragraphs[int(c.locator[1:]) - 1] += f" … {c.phrase}"
            (tmp_path / f"{source.source_id}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    return tmp_path


def test_phrases_that_stand_in_their_paragraphs_are_all_found(texts, capsys):
    assert verify.main([str(texts)]) == 0
    core = [c for c in tables.claims() if c.source.core]
    assert sum(int(line.split()[1]) for line in capsys.readouterr().out.splitlines()) == len(core)


def test_typographic_quotes_dashes_and_spaces_are_no_difference(texts):
    for path in texts.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("'", "’").replace("-", "–").replace(" ", "\u00a0"), encoding="utf-8")
    assert verify.main([str(texts)]) == 0


def test_a_phrase_that_is_elsewhere_or_nowhere_is_named_with_its_claim(texts, capsys):
    path = texts / "jones-2012.txt"
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    moved, gone = [c for c in tables.claims() if c.source_id == "jones-2012"][:2]
    paragraphs = [p.replace(moved.phrase, "").replace(gone.phrase, "") for p in paragraphs]
    path.write_text("\n\n".join([*paragraphs, moved.phrase]), encoding="utf-8")
    assert verify.main([str(texts)]) == 1
    told = capsys.readouterr().out
    assert f"{moved.claim_id}, {moved.locator}: “{moved.phrase}” is not there; it stands in p{len(paragraphs) + 1}." in told
    assert f"{gone.claim_id}, {gone.locator}: “{gone.phrase}” is not there; it stands nowhere in the file." in told


def test_a_folder_without_texts_is_named(tmp_path, capsys):
    assert verify.main([str(tmp_path)]) == 2
    assert "there is no text file in it. To mend it:" in capsys.readouterr().err


# --- outlines ------------------------------------------------------------------------------------------


def rings(name, key=None):
    """The rings of an outline, or of one shape in it."""
    features = json.loads((tables.DATA / "geo" / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    for feature in features:
        if key in (None, feature["id"]):
            shape = feature["geometry"]
            polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            yield from (polygon[0] for polygon in polygons)


def inside(point, ring):
    """True if a point lies in a ring (the even-odd rule)."""
    x, y = point
    crossed = 0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed += 1
    return crossed % 2 == 1


POINTS = {p.place_id: (p.longitude, p.latitude) for p in tables.load().places if p.latitude}


@pytest.mark.parametrize("place", POINTS)
def test_every_place_with_a_point_lies_in_kazakhstan_and_not_in_the_sea(place):
    assert any(inside(POINTS[place], ring) for ring in rings("kazakhstan"))
    assert not any(inside(POINTS[place], ring) for ring in rings("caspian"))


def test_the_towns_of_the_story_lie_in_mangystau_and_others_do_not():
    in_region = {p for p, point in POINTS.items() if any(inside(point, ring) for ring in rings("regions", "KZ.MG"))}
    assert {"zhanaozen", "aktau", "shetpe", "kuryk"} <= in_region
    assert not {"astana", "almaty", "atyrau"} & in_region


@pytest.mark.parametrize("name", ["kazakhstan", "regions", "caspian"])
def test_outlines_run_clockwise_as_vega_fills_them(name):
    for ring in rings(name):
        assert sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in itertools.pairwise(ring)) > 0


# --- benchmarks ----------------------------------------------------------------------------------------


def test_every_explorer_is_measured():
    measured = {subject.name.split(",")[0] for subject in explorers_bench.SUBJECTS}
    assert {name for name in explorers.__all__ if name.islower()} <= measured


# --- a second opinion ----------------------------------------------------------------------------------


def test_frictionless_finds_the_package_valid():
    frictionless = pytest.importorskip("frictionless", reason="frictionless, a maintainers' tool, is not installed")
    report = frictionless.validate(str(tables.DATA / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert len(report.tasks) >= len(tables.schema())


def test_nothing_else_is_visible_at_the_top_level():
    known = {"README.md", "LICENSE", "CITATION.cff", "requirements.txt", "build"}
    known |= {"notebooks", "data", "exercises", "solutions", "tests"}
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert not seen - known, "folders are fixed; put a file where it belongs, or into build/"
