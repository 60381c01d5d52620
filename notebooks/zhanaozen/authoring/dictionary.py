"""`data/README.md`, made from the schema and the tables: what each column means, and how the claims were made."""

from zhanaozen import display, evidence, tables

#: What a reader of the tables needs to know and no column can tell.
_BEFORE = """\
<!-- Made by `python -m zhanaozen.authoring build` from datapackage.json and the tables. Change those. -->
# The evidence

{description}

{counts}

**A claim is one source saying one thing at one place in its text.** Sources that disagree are separate rows.
No row is the truth, and no column is an average. A blank cell means that the source does not say.

Content: these tables speak of people who were killed, wounded and detained. `intensity` says row by row how
hard a claim is to read.

## Open the tables

In a lesson: `from zhanaozen import tables`, then `tables.claims()`; a claim knows its source, question and
place (`claim.source.title`). Elsewhere:

```python
import pandas as pd                                  # pandas reads '2011-12' as text, as it should
claims = pd.read_csv("claims.csv", dtype=str, keep_default_na=False)
```
```r
claims <- read.csv("claims.csv", colClasses = "character", encoding = "UTF-8")
```
In a spreadsheet: import `claims.csv` as text (UTF-8, comma); opened with a double click, a spreadsheet may
change dates. Never save it back from there without looking at the difference.

## How the claims were made

Each text was read for what it says about a question. The number, its unit, its floor or ceiling and its hedge
are the source's; the sentence in `claim` is ours; `phrase` holds at most eight of the source's own words, so that
the place can be found. For the six core documents the locator pN is the N-th non-empty line of the text, and the
whole text was read. Of most other texts only the opening could be read (`read` = opening): such a text may say
more, or correct itself, further down.

A claim that a text makes in its own voice has the standpoint of the text. A quoted speaker has that of the role:
a prosecutor quoted by a rights group speaks for the state.

### Standpoints

{standpoints}

## What is missing

No list of names of the dead was found in the sources read. Most sources are in English or Russian, fewer in
Kazakh. Hospital and court records are known only through those who quote them. Where a source dates a statement
only by month or year, so do we.
"""

_AFTER = """\
## Report an error, cite, reuse

Open an issue in the repository, name the `claim_id`, and say what the source says and where. Corrections are
listed in `CHANGES.md`. Tables: Creative Commons Attribution 4.0 (CC BY 4.0). Cite as: *Zhanaozen 2011: sourced
claims on the strike, the shootings and the trials*, version {version}.
"""


def readme() -> str:
    """Return the text of `data/README.md`."""
    data, schema = tables.load(), tables.schema()
    counts = ", ".join(f"{len(getattr(data, name))} {name}" for name in schema)
    package = tables.package()
    standpoints = "\n".join(
        ["| standpoint | in words | side | claims |", "| --- | --- | --- | --- |"]
        + [
            f"| `{s}` | {display.label(s)} | {evidence.SIDES[s]} | {sum(c.standpoint == s for c in data.claims)} |"
            for s in display.STANDPOINTS
        ]
    )
    parts = [
        _BEFORE.format(
            description=package["description"],
            counts=f"Version {package['version']}: {counts}.",
            standpoints=standpoints,
        )
    ]
    for name, resource in schema.items():
        parts.append(_table(name, resource, getattr(data, name)))
    parts.append(_AFTER.format(version=package["version"]))
    return "\n".join(parts)


def _table(name: str, resource: dict, records) -> str:
    lines = [
        f"## `{name}.csv`",
        "",
        resource["description"],
        "",
        "| column | what it means | filled | example |",
        "| --- | --- | --- | --- |",
    ]
    for field in resource["schema"]["fields"]:
        values = [getattr(r, field["name"]) for r in records]
        filled = [v for v in values if v not in (None, ())]
        words = field["description"].replace("|", "\\|")
        rules = field.get("constraints", {})
        if "enum" in rules:
            words += " Words: " + ", ".join(rules["enum"]) + "."
        example = str(filled[0] if field["type"] != "list" else filled[0][0]).replace("|", "\\|") if filled else ""
        lines.append(f"| `{field['name']}` | {words} | {len(filled)} of {len(values)} | {example} |")
    return "\n".join([*lines, ""])
