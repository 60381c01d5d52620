"""`data/README.md`, made from the schema and the tables: what each column means, and how the claims were made."""

from zhanaozen import display, evidence, tables

#: What a reader of the tables needs to know and no column can tell.
_BEFORE = """\
<!-- Made by `python -m zhanaozen.authoring build` from datapackage.json and the tables. Change those. -->
# The evidence

{description}

Version {version}: {claims} claims from {sources} sources, on {questions} disputed questions.

**A claim is one source saying one thing at one place in its text.** Sources that disagree are separate rows.
No row is the truth, and no column is an average. A blank cell means that the source does not say.

Content: these tables speak of people who were killed, wounded, detained and tortured. `intensity` says row by row
how hard a claim is to read.

## The tables

{tables}

Keys end in `_id`. A column named like the key of another table points to it; a column that ends in `_ids` holds
several keys, with `|` between them. `datapackage.json` describes every column for machines (Frictionless Data
Package, version 2). `geo/` holds outlines: {geo}

## Open the tables

In Python, with the package of the lessons:

```python
from zhanaozen import evidence, search, tables
tables.claim("hrw-letter-2012.08").source.title        # a row knows the rows it points to
evidence.claims_on("warning", said_by="2011-12-31")     # who had said what by then
evidence.agreements()                                  # what opposed sides share
evidence.about("Tuletayeva")                           # one person or place under any spelling
search.find("забастовка", standpoint="company")         # words in three languages, with filters
```

With pandas, all cells as text, so that `2011-12` stays what it is:

```python
import pandas as pd
claims = pd.read_csv("claims.csv", dtype=str, keep_default_na=False)
claims["value_low"] = pd.to_numeric(claims["value_low"])     # numbers, where you need them
killed = claims[claims.question_id == "killed"]              # one row for each voice, not for each copy:
killed.groupby(["voice", "said_on", "place_id", "unit"])[["value_low", "value_high"]].first()
```

With R:

```r
claims <- read.csv("claims.csv", colClasses = "character", encoding = "UTF-8")
```

In a spreadsheet: import the file as text (UTF-8, comma), every column as *text*. Opened with a double click, it may
change dates. Never save a table back from a spreadsheet without looking at the difference.

## How the claims were made

Each text was read for what it says. The number, its unit, its floor or ceiling and its hedge are the source's; the
sentence in `claim` is ours; `phrase` holds at most eight of the source's own words, so that the place can be found.
A claim answers a question only if it gives one of the answers on that question's list, or a number in one of its
units, or speaks of the number in words (hundreds, many). `said_on` may be a day, a month or a year: sorted as text, a
vague date comes first, while the package puts it last, when it is certain.

Of the six core documents the whole text was read, and their rows were read twice more against the text by readers
who had not written them. The locator pN is the N-th line of a document that is not empty. The two texts from
openDemocracy were read from one file, so the locators of ageleuov-2020 begin at p52. Whoever holds the texts can
check every phrase: `python -m zhanaozen.authoring verify FOLDER`.

**What `opening` means.** Of most other texts only the stored opening of the page could be read (`read` is
`opening`). Such a text may say more, or correct itself, further down; that it does not speak of something means
little. A tenth of these rows, chosen at random, was checked again.

**Voices.** Many texts repeat one report. `voice` names whose report it is, so that ten copies of one agency text count
as one voice. The standpoint of a claim is that of the text if it speaks itself. A quoted speaker has that of the role:
a prosecutor quoted by a rights group speaks for the state.

**Names.** `people.csv` lists people whom public sources name for their office, their trial, what they did in public,
or a case that was made public under their name. Nobody else is named in a claim. Pseudonyms stay, and no claim names
a person whom its own source does not name. Titles and addresses of texts are given as printed.

### Standpoints

{standpoints}

A claim of a quoted speaker (`speaker_role` is not `author`) has this standpoint, whatever text it stands in:

{roles}

## What is missing

No list of names of the dead was found in the sources read. Most sources are in English or Russian; {kk} of
{sources} are in Kazakh. Hospital and court records are known only through those who quote them. Where a source dates a
statement only by month or year, so do we. Nobody publishes free coordinates of the Uzen and Karazhanbas fields, of
Kyzylsai or of Tenge, and none are guessed. Rows of `series.csv` say on what terms each series may be used; where a
licence could not be confirmed, single figures are cited as facts and no table is shipped.
"""

_AFTER = """\
## Report an error, cite, reuse

Open an issue in the repository, name the `claim_id` (or the key of the row), and say what the source says and where.
What changed in what we hold, and why, is listed in [CHANGES.md](CHANGES.md). A `claim_id` is never used twice.

Tables and outlines: Creative Commons Attribution 4.0 (CC BY 4.0); code: MIT. Cite as: *Zhanaozen 2011: sourced claims
on the strike, the shootings and the trials*, version {version}. A single claim: its `claim_id`, its source and its
locator.
"""


def readme() -> str:
    """Return the text of `data/README.md`."""
    data, package = tables.load().check(), tables.package()
    texts = data.sources
    schema = tables.schema()
    size = {name: f"{len(getattr(data, name)):,}" for name in schema}
    parts = [
        _BEFORE.format(
            description=package["description"],
            version=package["version"],
            tables=_grid(
                ["table", "rows", "one row is"],
                [[f"[{n}](#{n}csv)", size[n], t["description"].removeprefix("One row is ")] for n, t in schema.items()],
            ),
            geo="; ".join(
                f"`{r['path']}` ({r['title']}; {r['description'].rstrip('.')})"
                for r in package["resources"]
                if "schema" not in r
            )
            + ".",
            standpoints=_grid(
                ["standpoint", "in words", "side", "claims"],
                [
                    [f"`{s}`", display.label(s), evidence.SIDES[s], sum(c.standpoint == s for c in data.claims)]
                    for s in display.STANDPOINTS
                ],
            ),
            roles=_grid(
                ["speaker_role", "standpoint"], [[f"`{r}`", f"`{s}`"] for r, s in tables.ROLE_STANDPOINT.items()]
            ),
            kk=sum(s.language == "kk" for s in texts),
            **{name: size[name] for name in ("sources", "claims", "questions")},
        )
    ]
    for name, resource in schema.items():
        parts.append(_table(name, resource, getattr(data, name)))
    parts.append(_AFTER.format(version=package["version"]))
    return "\n".join(parts)


def _grid(head: list[str], rows: list[list[object]]) -> str:
    cells = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in row)} |" for row in cells)


def _table(name: str, resource: dict, records) -> str:
    rows = []
    for field in resource["schema"]["fields"]:
        values = [getattr(r, field["name"]) for r in records]
        filled = [v for v in values if v not in (None, ())]
        words = field["description"]
        if enum := field.get("constraints", {}).get("enum"):
            words += f" Words: {', '.join(enum)}."
        if target := tables.references(name).get(field["name"]):
            words += f" → `{target}`"
        example = "|".join(filled[0][:2]) if filled and field["type"] == "list" else filled[0] if filled else ""
        example = str(example).lower() if field["type"] == "boolean" else example
        words, example = words.replace("|", "\\|"), str(example).replace("|", "\\|")
        rows.append([f"`{field['name']}`", words, example, f"{len(filled)} of {len(values)}"])
    grid = _grid(["column", "what it means", "example", "filled"], rows)
    return f"## `{name}.csv`\n\n{resource['description']}\n\n{grid}\n"
