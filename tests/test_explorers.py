"""Explorers are complete before they run, change with their menus, and leave what is hard to read to choice."""

import ipywidgets as widgets
import pytest

from zhanaozen import charts, display, evidence, explorers, tables, text

MADE = {
    "compare_standpoints": explorers.compare_standpoints,
    "compare_sources": explorers.compare_sources,
    "follow": explorers.follow,
}

TOLL = [c for c in evidence.claims_on("killed") if c.unit == "people killed"]


def inside(widget: widgets.Widget) -> list[widgets.Widget]:
    return [widget, *(w for child in getattr(widget, "children", ()) for w in inside(child))]


def menus(panel) -> list[widgets.Dropdown]:
    return [w for w in inside(panel) if isinstance(w, widgets.Dropdown)]


def field(panel, kind: type) -> widgets.Widget:
    return next(w for w in inside(panel) if isinstance(w, kind))


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_an_explorer_is_complete_before_it_is_run(make):
    bundle = make()._repr_mimebundle_()
    shown = next(c.claim_id for c in tables.claims() if c.claim_id in bundle["text/plain"])
    assert shown in bundle["text/html"]
    assert set(bundle) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    assert bundle["text/html"] == make()._repr_mimebundle_()["text/html"], "stored twice, it is the same"
    for c in tables.claims():
        if c.intensity > charts.CALM:
            assert c.phrase not in bundle["text/html"], c.claim_id


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_every_control_is_one_that_a_screen_reader_names(make):
    plain = (
        widgets.VBox,
        widgets.HTML,
        widgets.Dropdown,
        widgets.Select,
        widgets.Text,
        widgets.Checkbox,
        widgets.Button,
    )
    for widget in inside(make()):
        assert isinstance(widget, plain)
        if not isinstance(widget, (widgets.VBox, widgets.HTML)):
            assert widget.description


def test_every_standpoint_answers_or_is_said_to_be_silent():
    panel = explorers.compare_standpoints("warning")
    rows = panel._repr_mimebundle_()["text/plain"].split("\n")
    silent = {display.label(s) for s in evidence.silent_standpoints("warning")}
    assert silent, "there must be one, or this proves nothing"
    assert {row.split(" | ")[0] for row in rows if " | silent" in row} == silent
    [menu] = menus(panel)
    menu.value = "killed"
    assert "15 people killed" in panel._answers.value
    assert "no warning" not in panel._answers.value


def test_another_answer_fills_the_widgets_that_are_there():
    panel = explorers.compare_standpoints("warning")
    there, reader = inside(panel), panel._reader
    field(reader, widgets.Checkbox).value = True
    [menu] = menus(panel)
    menu.value = "killed"
    assert inside(panel) == there
    calm = [c.claim_id for c in evidence.claims_on("killed") if c.intensity <= charts.CALM]
    assert [claim_id for _, claim_id in field(reader, widgets.Select).options] == calm
    assert not field(reader, widgets.Checkbox).value, "what is hard to read waits behind the box again"
    assert reader.chosen.claim_id == calm[0]
    assert f">{calm[0]}<" in reader._card.value


def test_an_entry_of_a_list_begins_with_who_says_what_and_can_be_wrapped():
    claims = evidence.claims_on("killed")
    options = field(explorers.read_claims(claims), widgets.Select).options
    for entry, claim_id in options:
        c = tables.claim(claim_id)
        assert " " not in entry, "ipywidgets would make it unbreakable"
        said = text.answer(c) if text.answers(c) else c.claim[:40]
        assert entry.replace("\u2005", " ").startswith(f"{text.who(c)}: {said}")


def test_the_chart_with_its_menu_of_days_is_there_with_no_kernel():
    panel = explorers.stand_on_this_day(TOLL, "Killed")
    [shown] = field(panel, widgets.Output).outputs
    stored = panel._repr_mimebundle_()[display.MIME]
    assert stored == shown["data"][display.MIME]
    assert stored["params"][0]["bind"]["name"] == "Stand on this day:"


@pytest.mark.parametrize("question_id", [q.question_id for q in tables.load().questions])
def test_every_question_can_be_compared(question_id):
    html = explorers.compare_standpoints(question_id)._answers.value
    for standpoint in display.STANDPOINTS:
        assert f">{display.label(standpoint)}</th>" in html


def test_two_texts_share_part_or_stand_alone_on_each_question_once():
    found = {c.question.question_id: c for c in evidence.compared("kantor-2012", "ageleuov-2020")}
    assert [a.position for a in found["gathering"].shared] == ["an Independence Day celebration"]
    assert found["trial_fair"].apart
    assert not found["trial_fair"].shared
    assert found["opposition_blamed"].alone
    assert not found["tried"].apart, "12 tried over Shetpe and 37 over the square do not exclude each other"
    assert not found["men_in_black"].apart, "they share an answer; what else each says stands beside it"
    began = found["who_began"]
    assert began.shared
    assert not began.apart, "a text that passes on both answers does not exclude one"
    assert [a.position for a in began.only[1]] == ["the police began it"]


def test_comparing_is_the_same_from_both_ends():
    there = {c.question: c for c in evidence.compared("kantor-2012", "ageleuov-2020")}
    for back in evidence.compared("ageleuov-2020", "kantor-2012"):
        forth = there.pop(back.question)
        assert (forth.first, forth.second, forth.apart) == (back.second, back.first, back.apart)
    assert not there


def test_every_claim_of_two_texts_stands_in_their_comparison():
    panel = explorers.compare_sources("hrw-letter-2012", "jones-2012")
    answering = [c for c in tables.claims() if c.question_id and c.source_id in ("hrw-letter-2012", "jones-2012")]
    for c in answering:
        assert c.claim_id in panel._answers.value
    first, second = menus(panel)
    second.value = first.value
    assert "Choose two" in panel._answers.value


def test_texts_that_answer_nothing_cannot_be_chosen():
    with pytest.raises(ValueError, match=r"Choose a source_id from sources\.csv"):
        explorers.compare_sources("kantor-2012", "nobody-1999")


@pytest.mark.parametrize("spelling", ["Tuletaeva", "Tuletayeva", "Роза Төлетаева"])
def test_any_spelling_follows_the_same_person(spelling):
    panel = explorers.follow(spelling)
    role = next(p.role for p in tables.load().people if p.person_id == "tuletaeva_roza")
    assert role in panel._count.value
    assert "Роза Тулетаева" in panel._count.value
    assert panel._cards.value == explorers.follow()._cards.value


def test_claims_come_ten_at_a_time_and_hard_ones_by_choice():
    panel = explorers.follow("Tuletaeva")
    said = evidence.about("Tuletaeva")
    calm = [c for c in said if c.intensity <= charts.CALM]
    assert 10 < len(calm) < len(said)
    shown = [c.claim_id for c in calm[:10]]
    assert [claim_id for claim_id in (c.claim_id for c in said) if f">{claim_id}<" in panel._cards.value] == shown
    panel._more.click()
    assert panel._cards.value.count("<table>") == 20
    field(panel, widgets.Checkbox).value = True
    for _ in range(len(said) // panel.PAGE):
        panel._more.click()
    assert panel._cards.value.count("<table>") == len(said)
    assert (panel._more.description, panel._more.layout.display) == ("All are shown", None), "it keeps the focus"


def test_an_unknown_name_is_answered_with_the_nearest():
    panel = explorers.follow("Tuletava")
    assert "Nearest to it: Roza Tuletaeva." in panel._count.value
    assert panel._cards.value == ""
    assert panel._more.layout.display == "none"
    field(panel, widgets.Text).value = "<b>"
    assert "<b>" not in panel._count.value
    field(panel, widgets.Text).value = " "
    assert "Write a name." in panel._count.value
