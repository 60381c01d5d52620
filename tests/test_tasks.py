"""Each task asks fairly: right answers pass, wrong ones fail with a reason, none is silent, and no answer breaks it."""

import json
import math

import nbformat
import pytest

from zhanaozen import checks, desk, evidence, keys, tables, tasks, workbook
from zhanaozen.authoring import notebooks
from zhanaozen.tasks import kinds

ALL = [t for of_lesson in tasks.lessons().values() for t in of_lesson]
CLOSED = [t for t in ALL if not isinstance(t, kinds.Judgement)]
JUDGEMENTS = [t for t in ALL if isinstance(t, kinds.Judgement)]


def name(task):
    return task.task_id


def right(task):
    """Find the right answer with the key alone, part by part, as a patient student might."""
    points = lambda value: keys.feedback(task.task_id, value).points  # noqa: E731
    if isinstance(task, kinds.Choice):
        return max((o.key for o in task.options), key=points)
    if isinstance(task, kinds.Number):
        return max(({"number": str(n), "unit": u} for n in range(120) for u in task.units), key=points)
    if isinstance(task, kinds.Range):
        return max(({"low": str(a), "high": str(b)} for a in range(25) for b in range(a, 25)), key=points)
    if isinstance(task, kinds.Order):
        value = {item.key: str(n) for n, item in enumerate(task.items, 1)}
        for _ in range(len(value) ** 2):  # swap neighbours while it helps
            for a in value:
                for b in value:
                    swapped = value | {a: value[b], b: value[a]}
                    value = max(value, swapped, key=points)
        return value
    if isinstance(task, kinds.Match):
        value = {item.key: task.options[0].key for item in task.items}
        for item in task.items:
            value = max((value | {item.key: o.key} for o in task.options), key=points)
        return value
    every = [i.key for i in task.items]
    subsets = [[k for n, k in enumerate(every) if bits >> n & 1] for bits in range(1, 2 ** len(every))]
    return max(subsets, key=points)


def wrong(task, value):
    """Return an answer with one thing wrong."""
    if isinstance(task, kinds.Choice):
        return next(o.key for o in task.options if o.key != value)
    if isinstance(task, kinds.Number):
        return value | {"unit": next(u for u in task.units if u != value["unit"])}
    if isinstance(task, kinds.Range):
        return value | {"high": str(int(value["high"]) + 1)}
    if isinstance(task, kinds.Order):
        first, last = min(value, key=lambda k: int(value[k])), max(value, key=lambda k: int(value[k]))
        return value | {first: value[last], last: value[first]}
    if isinstance(task, kinds.Match):
        key = task.items[0].key
        return value | {key: next(o.key for o in task.options if o.key != value[key])}
    return value[:-1] or [i.key for i in task.items]


@pytest.mark.parametrize("task", CLOSED, ids=name)
def test_the_right_answer_passes_with_a_reason(task):
    found = keys.feedback(task.task_id, right(task))
    assert found.right, found
    assert found.reasons


@pytest.mark.parametrize("task", CLOSED, ids=name)
def test_a_wrong_answer_fails_with_a_reason(task):
    found = keys.feedback(task.task_id, wrong(task, right(task)))
    assert not found.right
    assert found.summary
    assert found.reasons


@pytest.mark.parametrize("task", ALL, ids=name)
def test_no_answer_gets_no_feedback(task):
    for nothing in (None, "", {}, []):
        assert keys.feedback(task.task_id, nothing) is None


SILLY = [
    0,
    True,
    math.inf,
    "",
    "x" * 10_000,
    [],
    ["x"],
    [None],
    [[]],
    {},
    {"low": None},
    {"number": "1" * 5000, "unit": []},
    {"position": 3, "evidence": {}, "counter": "x"},
]


@pytest.mark.parametrize("task", ALL, ids=name)
@pytest.mark.parametrize("value", SILLY, ids=repr)
def test_no_answer_breaks_a_check(task, value):
    assert task.complete(value) in (True, False)
    check = keys._key(keys.SOLUTIONS / f"key_{task.lesson}.py")[task.task_id]
    assert not check(value).right


@pytest.mark.parametrize("task", ALL, ids=name)
def test_a_task_is_described_in_full(task):
    assert task.minutes > 0
    assert task.hints
    assert all(len(p) < 400 for p in task.prompt)
    assert task.parts()


def test_every_task_has_a_check_and_every_check_a_task():
    for lesson, of_lesson in tasks.lessons().items():
        assert set(keys._key(keys.SOLUTIONS / f"key_{lesson}.py")) == {t.task_id for t in of_lesson}


def test_an_unknown_task_is_answered_with_those_there_are():
    with pytest.raises(tasks.UnknownTask, match=r"There are: 05\.1, 05\.2"):
        desk.ask("05.99")
    with pytest.raises(tasks.UnknownTask, match="lessons 00, 05"):
        desk.ask("99.1")


def test_a_corrected_claim_corrects_its_task(monkeypatch):
    """What is right is computed: change the hospital's count, and the answer changes with it."""
    real = tables.claim

    def corrected(claim_id):
        c = real(claim_id)
        return (
            type(c)(**{f: getattr(c, f) for f in c.__dataclass_fields__} | {"value_low": 80, "value_high": 80})
            if claim_id == "hrw-letter-2012.19"
            else c
        )

    answer = {"number": "16", "unit": "people with gunshot wounds"}
    assert not keys.feedback("05.3", answer).right
    monkeypatch.setattr(tables, "claim", corrected)
    assert keys.feedback("05.3", answer).right


def test_without_the_key_an_answer_is_saved_and_the_teacher_named(workbook_file, monkeypatch, tmp_path):
    monkeypatch.setattr(keys.feedback, "__defaults__", (tmp_path,))
    shown = desk.ask("05.2")
    shown.children[1].value = "ceiling"
    shown.check()
    assert workbook.read().answers["05.2"].value == "ceiling"
    assert "Your teacher has the key" in shown._feedback.value


# --- judgements ----------------------------------------------------------------------------------------


def model_answers() -> dict[str, dict]:
    """The model answers in the solution, as written there."""
    cells = nbformat.read(notebooks.ROOT / "solutions" / "05_how_many.ipynb", as_version=4).cells
    found = {}
    for cell in cells:
        if cell.id in ("solve-12-a-check", "solve-12-b-check", "solve-12-c-check", "solve-12-d-check"):
            exec(cell.source.split("check(")[0], {}, found)
    return found


def test_good_answers_with_opposite_conclusions_score_the_same():
    models = model_answers()
    good = ("complete", "more", "left_open")
    assert len({models[m]["position"] for m in good}) == 3
    found = [keys.feedback("05.12", models[m]) for m in good]
    assert {f.points for f in found} == {1}
    assert len({f.reasons for f in found}) == 1


@pytest.mark.parametrize("position", evidence.question("count_complete").positions)
def test_certainty_without_evidence_scores_low_whatever_it_is_certain_of(position):
    answer = model_answers()["weak"] | {"position": position}
    found = keys.feedback("05.12", answer)
    assert found.points < 0.35
    assert "An opinion so far" in found.summary


@pytest.mark.parametrize("good", ["complete", "more"])
def test_claim_ids_and_copied_claims_are_no_reasoning(good):
    answer = model_answers()[good]
    cited = [tables.claim(c) for c in answer["evidence"]]
    copied = answer | {
        "reasoning": " ".join(f"{c.claim_id}: {c.claim}" for c in cited),
        "answer_to_counter": " ".join(answer["counter"]),
    }
    assert keys.feedback("05.12", copied).points <= 0.67
    assert "Reasoning: 0 of 2" in " ".join(keys.feedback("05.12", copied).reasons)


@pytest.mark.parametrize("good", ["complete", "more"])
@pytest.mark.parametrize(
    ("change", "criterion"),
    [
        ({"claim": "Yes."}, "A clear answer"),
        ({"evidence": []}, "Evidence"),
        ({"reasoning": "Because."}, "Reasoning"),
        ({"counter": []}, "The strongest evidence against"),
        ({"confidence": "certain"}, "Confidence that fits"),
    ],
)
def test_each_criterion_can_be_missed(good, change, criterion):
    found = keys.feedback("05.12", model_answers()[good] | change)
    assert f"{criterion}: 2 of 2" not in " ".join(found.reasons)
    assert found.points < 1


def test_one_side_alone_is_not_both_sides_heard():
    answer = model_answers()["complete"] | {"counter": []}
    assert "Both sides heard: 0 of 2" in " ".join(keys.feedback("05.12", answer).reasons)


def test_a_heap_of_ticks_and_empty_words_earn_no_support():
    answer = model_answers()["more"]
    every = [i.key for i in tasks.task("05.12").items]
    heap = keys.feedback("05.12", answer | {"evidence": every, "counter": every})
    assert heap.points <= 0.5, "what is cited on both sides counts on neither"
    babble = answer | {"claim": "bla " * 8, "reasoning": "bla bla " * 30, "answer_to_counter": "bla " * 30}
    found = keys.feedback("05.12", babble)
    assert "upported" not in found.summary
    assert "Reasoning: 0 of 2" in " ".join(found.reasons)


@pytest.mark.parametrize(
    ("reasoning", "answer"),
    [
        (
            "Прокурор называет число публично, а список имён нигде не напечатан; люди, которые видели морг, говорят о других "
            "числах, но их слова мы знаем только через одного журналиста, и источники повторяют друг друга, поэтому проверить нельзя.",
            "Комендант настаивает на своём числе, однако в тексте не сказано, как он его проверил и кто составил список.",
        ),
        (
            "Прокурор санды ашық айтады, бірақ есімдер тізімі ешбір дереккөзде жоқ; мәйітханада болған адамдар басқа сан көргенін айтты, "
            "алайда олардың сөзі бір тілшінің хабары арқылы ғана жетті, сондықтан ресми дерек пен куә сөзін тексеру мүмкін емес.",
            "Комендант өз санында тұр, бірақ ол қалай тексерілгені, тізімді кім жасағаны және қай жерде жазылғаны айтылмайды.",
        ),
    ],
    ids=["Russian", "Kazakh"],
)
def test_reasoning_counts_the_same_in_the_languages_of_the_module(reasoning, answer):
    given = model_answers()["more"] | {"reasoning": reasoning, "answer_to_counter": answer}
    assert keys.feedback("05.12", given).points == keys.feedback("05.12", model_answers()["more"]).points


def test_what_gives_the_solution_away_waits_for_the_second_try(workbook_file):
    task = tasks.task("05.1")
    shown = desk.ask("05.1")
    for box, item in zip(shown.children[1:5], task.items, strict=True):
        assert item.words in box.description
        box.value = "people detained"
    shown.check()
    assert "After your next try" in shown._feedback.value
    assert "counts people shot" not in shown._feedback.value
    shown.check()
    assert "counts people shot" in shown._feedback.value
    assert desk.ask("05.1")._feedback.value == shown._feedback.value, "and is back when the cell is run again"


def test_every_claim_to_weigh_is_calm_and_both_directions_are_offered():
    bearing = keys._key(keys.SOLUTIONS / "key_05.py")["05.12"].__globals__["bearing"]
    for task in JUDGEMENTS:
        claims = [tables.claim(i.key) for i in task.items]
        assert max(c.intensity for c in claims) <= 1
        pointing = [bearing(c) for c in claims]
        complete, more, open_ = task.positions
        assert pointing.count(complete) >= 4
        assert pointing.count(more) >= 4
        assert pointing.count(open_) >= 1


# --- the desk ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("task", CLOSED, ids=name)
def test_an_answer_is_saved_when_given_and_back_when_the_cell_is_run_again(task, workbook_file):
    workbook.save(task.task_id, right(task), ledger="0.1.0")
    again = desk.ask(task.task_id)
    assert again._read() == right(task)
    assert "is back" in again._status.value
    again.check()
    assert keys.feedback(task.task_id, again._read()).right
    assert workbook.read().answers[task.task_id].tries == 1


def test_a_judgement_comes_back_whole(workbook_file):
    answer = model_answers()["more"]
    workbook.save("05.12", answer, ledger="0.1.0")
    back = desk.ask("05.12")._read()
    assert {k: sorted(v) if isinstance(v, list) else v for k, v in back.items()} == {
        k: sorted(v) if isinstance(v, list) else v for k, v in answer.items()
    }


def test_hints_come_one_at_a_time_and_the_last_one_stays():
    shown = desk.ask("05.12")
    seen = []
    for _ in range(4):
        shown.hint()
        seen.append(shown._feedback.value)
    assert [h.split(":")[0].split(">")[1] for h in seen] == [
        "Hint 1 of 3",
        "Hint 2 of 3",
        "Hint 3 of 3",
        "Hint 3 of 3",
    ]


def test_what_a_student_types_is_never_run_as_html(workbook_file):
    workbook.save(
        "05.12",
        model_answers()["more"] | {"claim": "<script>alert(1)</script> this is a sentence of six words"},
        ledger="0.1.0",
    )
    shown = desk.ask("05.12")
    shown.check()
    assert all("<script>" not in w.value for w in shown.children if isinstance(w, desk.widgets.HTML))


def test_a_damaged_workbook_is_named_and_left_alone(workbook_file):
    workbook_file.write_text('{"format": "zhanaozen-workbook", "sch')
    before = workbook_file.read_bytes()
    shown = desk.ask("05.2")
    assert "my_workbook.json" in shown._status.value
    shown.children[1].value = "ceiling"
    shown.check()
    assert workbook_file.read_bytes() == before
    assert shown.children[1].value == "ceiling", "the answer is still on the screen"


def test_a_saved_value_that_no_longer_fits_does_not_break_the_task(workbook_file):
    for value in ("gone", {"number": 7}, ["x"], None, 3):
        workbook.save("05.3", value, ledger="0.0.1")
        assert desk.ask("05.3")._read() in ({}, {"number": ""})


def test_feedback_is_plain_data():
    found = checks.choice("a", "a", {"a": "Because."})
    assert json.dumps([found.points, found.summary, found.reasons])
