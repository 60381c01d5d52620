"""A search finds a name under any spelling, a word in three languages, and keeps to its filters."""

import re

import pytest

from zhanaozen import dates, explorers, names, search, tables


@pytest.mark.parametrize("spelling", ["Tuletaeva", "Tuletayeva", "Роза Төлетаева", "тулетаева", "Төлетаева"])
def test_any_spelling_of_a_person_finds_the_same_claims(spelling):
    found = search.find(spelling)
    assert found == search.find("Roza Tuletaeva")
    assert {c.source.language for c in found} >= {"en", "kk"}


@pytest.mark.parametrize("spelling", ["Zhanaozen", "Janaozen", "Жаңаөзен", "жанаозен"])
def test_any_spelling_of_a_place_finds_what_is_said_of_it(spelling):
    found = set(search.find(spelling))
    assert found >= {c for c in tables.claims() if c.place_id == "zhanaozen"}


def test_a_name_in_cyrillic_is_found_though_no_source_prints_it_so():
    assert names.find("Касымов").name == "Kalmukhanbet Kasymov"
    assert search.find("Касымов") == search.find("Kasymov")


@pytest.mark.parametrize("word", ["strike", "забастовка", "ереуіл"])
def test_a_term_finds_its_counterparts_in_the_other_languages(word):
    phrases = " ".join(c.phrase.lower() for c in search.find(word))
    assert re.search("strik.+забастов|забастов.+strik", phrases, re.DOTALL)


def test_every_word_must_be_found_and_other_forms_of_it_count():
    found = search.find("prosecutors warned")
    assert found
    for c in found:
        assert re.search("prosecut", f"{c.claim} {c.speaker} {c.phrase} {c.source.title}", re.IGNORECASE)
    assert search.find("prosecutors warned nobodysaidthis") == []


def test_filters_keep_what_they_say_and_nothing_is_lost_between_them():
    everything = search.find("police")
    by_standpoint = [
        c for s in tables.vocabulary("sources", "standpoint") for c in search.find("police", standpoint=s)
    ]
    assert sorted(c.claim_id for c in by_standpoint) == sorted(c.claim_id for c in everything)
    eyewitnesses = search.find(directness="eyewitness", topic="warning", said_by="2011-12-31")
    assert eyewitnesses
    assert {(c.directness, c.topic) for c in eyewitnesses} == {("eyewitness", "warning")}
    assert max(dates.last_day(c.said_on).isoformat() for c in eyewitnesses) <= "2011-12-31"


def test_a_vague_date_is_inside_no_narrower_time():
    inside = search.find(said_from="2011-12-16", said_by="2011-12-31")
    assert not [c for c in inside if c.said_on in ("2011", "2011-12")]
    assert [c for c in search.find(said_from="2011-12-01", said_by="2011-12-31") if c.said_on == "2011-12"]


def test_results_come_in_the_order_in_which_they_were_said():
    days = [dates.last_day(c.said_on) for c in search.find("") if c.said_on]
    assert days == sorted(days)
    assert len(search.find("")) == len(tables.claims())


def test_a_surname_that_two_people_share_is_not_guessed():
    with pytest.raises(names.UnknownName, match="Erlan Kaliev, Tanatar Kaliev"):
        names.find("Kaliev")


def test_no_spelling_belongs_to_two_people_organisations_or_places():
    owners = {}
    for table in names.NAMED:
        for row in getattr(tables.load(), table):
            for spelling in names.spellings(row):
                owners.setdefault(tuple(names.words(spelling)), set()).add(row.name)
    assert not {" ".join(key): who for key, who in owners.items() if len(who) > 1}


def test_the_search_panel_shows_pages_and_keeps_what_is_hard_to_read_behind_a_box():
    panel = explorers.search_claims("Kenzhebaev")
    assert "left out" in panel._count.value
    calm = len(panel._found)
    panel._hard.value = True
    assert len(panel._found) > calm
    assert panel._cards.value.count("<table>") == panel.PAGE
    panel._more.click()
    assert panel._cards.value.count("<table>") == min(2 * panel.PAGE, len(panel._found))
    panel._words.value = "nobodysaidthis"
    assert "No claim has all of this" in panel._count.value
    assert panel._more.layout.display == "none"
