"""People, organisations and places under every spelling: Tuletaeva is Tuletayeva is Төлетаева.

Spellings come from the tables. They are compared without case, accents or punctuation, and Cyrillic letters by the
Latin ones that English texts write for them, so that Касымов finds Kasymov though no source here prints it.
"""

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from zhanaozen import tables
from zhanaozen.tables import Organisation, Person, Place

#: The tables of named things, in which a spelling is looked up.
NAMED = ("people", "organisations", "places")


class UnknownName(KeyError):
    """No person, organisation or place has that name. The message lists the nearest there are."""

    def __str__(self) -> str:
        return self.args[0]


#: Russian and Kazakh letters as English texts write them.
_LATIN = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфыэіәғқңөұүһ", "abvgdeeziyklmnoprstufyeiagqnouuh", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
)


@functools.lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without case and accents, in Latin letters: 'Кенжебаев' gives 'kenzhebaev', 'Háza' 'haza'."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LATIN))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order; what is no letter or digit parts them."""
    return [fold(word) for word in re.findall(r"\w+", text)]


def spellings(row: Person | Organisation | Place) -> tuple[str, ...]:
    """Return every spelling of a person, organisation or place, ours first; of a person also each surname alone.

    A surname that two people share is left out: it would find the wrong one.
    """
    full = dict.fromkeys((row.name, *row.names))
    if isinstance(row, Person):
        full |= dict.fromkeys(s for s in map(_surname, full) if len(_bearers()[fold(s)]) == 1)
    return tuple(full)


def _surname(name: str) -> str:
    return name.split()[-1]


@functools.cache
def _bearers() -> dict[str, set[str]]:
    bearers = defaultdict(set)
    for person in tables.load().people:
        for name in (person.name, *person.names):
            bearers[fold(_surname(name))].add(person.person_id)
    return bearers


@functools.cache
def _index() -> dict[tuple[str, ...], Person | Organisation | Place]:
    rows = (row for table in NAMED for row in getattr(tables.load(), table))
    return {tuple(words(spelling)): row for row in rows for spelling in spellings(row)}


def find(name: str) -> Person | Organisation | Place:
    """Return the person, organisation or place that is spelt so in any source.

    Raises `UnknownName`, which lists the names that share a word with it, if there is none.
    """
    asked = tuple(words(name))
    if asked in _index():
        return _index()[asked]
    near = sorted({row.name for key, row in _index().items() if set(key) & set(asked)})
    hint = f"Near to it: {', '.join(near[:5])}." if near else "See people.csv, organisations.csv and places.csv."
    raise UnknownName(f"No spelling '{name}' is known. {hint}")


def pattern(spelled: Iterable[str]) -> re.Pattern:
    """Return a pattern that finds any of these spellings, as whole words, in `' '.join(words(text))`."""
    runs = sorted({" ".join(words(s)) for s in spelled}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, runs))})\b")
