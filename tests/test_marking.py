"""Marking reads files of strangers: it is fair, it runs nothing, and no file stops it, fools it or bloats it."""

import csv
import json
import os
import subprocess
import sys

import pytest

from made_workbooks import PAYLOADS, document, entry, hostile, student
from zhanaozen import keys, standing, tasks, workbook
from zhanaozen.marking import gradebook, reading, run, scoring
from zhanaozen.marking.class_view import harmless_json
from zhanaozen.teaching import packs


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "handed in"
    made.mkdir()
    return made


def mark(folder, tmp_path, **given):
    return run.mark(folder, tmp_path / "out", cores=1, **given)


def rows_of(tmp_path, name="gradebook.csv"):
    with (tmp_path / "out" / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def class_of(tmp_path):
    """The two JSON parts of the class view."""
    page = (tmp_path / "out" / "class_view.html").read_text(encoding="utf-8")
    return [json.loads(page.split(f'id="{part}">')[1].split("</script>")[0]) for part in ("students", "class")]


def test_every_student_has_a_row_for_every_task_with_the_points_of_the_key(folder, tmp_path):
    (folder / "Aigul.json").write_text(student(1), encoding="utf-8")
    (folder / "Boris.json").write_text(document({"05.2": "ceiling", "05.3": {"number": "11"}}), encoding="utf-8")
    assert mark(folder, tmp_path).marked == 2
    rows = rows_of(tmp_path)
    every = [t.task_id for of_lesson in tasks.lessons().values() for t in of_lesson]
    assert [(r["student"], r["task"]) for r in rows] == [(s, t) for s in ("Aigul", "Boris") for t in every]
    boris = {r["task"]: r for r in rows if r["student"] == "Boris"}
    assert (boris["05.2"]["state"], boris["05.2"]["points"]) == ("answered", "1")
    assert (boris["05.3"]["state"], boris["05.3"]["points"]) == ("part", "")
    assert boris["05.4"]["state"] == "open"
    answers = workbook.parse(student(1).encode()).answers
    for r in rows:
        if r["student"] == "Aigul" and r["points"]:
            assert float(r["points"]) == keys.feedback(r["task"], answers[r["task"]].value).points
    by_student = rows_of(tmp_path, "gradebook_by_student.csv")
    assert [r["Student"] for r in by_student] == ["Aigul", "Boris"]
    assert float(by_student[1]["Lesson 05 (per cent)"]) == round(100 / (len(tasks.of_lesson("05")) - 1))


def test_points_that_a_file_gives_itself_count_for_nothing(folder, tmp_path):
    cheat = json.loads(document({"05.2": "exact"}))
    cheat["answers"]["05.2"] |= {"points": 1, "score": 100, "tries": 10**30}
    cheat["points"] = {"05.2": 1}
    (folder / "cheat.json").write_text(json.dumps(cheat))
    mark(folder, tmp_path)
    [row] = [r for r in rows_of(tmp_path) if r["task"] == "05.2"]
    assert (row["points"], row["tries"]) == ("0", "1000000")


BAD = {
    "empty.json": b"",
    "half.json": document({"05.2": "ceiling"}).encode()[:80],
    "deep.json": b'{"format": "zhanaozen-workbook", "schema": 2, "answers": ' + b"[" * 200_000,
    "digits.json": b'{"format": "zhanaozen-workbook", "schema": ' + b"9" * 100_000 + b"}",
    "nan.json": document({"05.2": "x"}).replace('"x"', "NaN").encode(),
    "infinity.json": document({"05.2": "x"}).replace('"x"', "-Infinity").encode(),
    "archive.json": b"PK\x03\x04" + b"\x00" * 100,
    "latin.json": document({"05.2": "é"}).encode("latin-1"),
    "utf16.json": document({"05.2": "é"}).encode("utf-16"),
    "another.json": json.dumps({"format": "another-workbook", "schema": 1, "answers": {}}).encode(),
    "notebook.json": b'{"cells": [], "nbformat": 4}',
    "newer.json": document({}).replace('"schema": 2', '"schema": 3').encode(),
    "list.json": b"[]",
    "essay.docx": b"my essay",
}


def test_bad_files_are_listed_with_their_reason_and_the_others_are_still_marked(folder, tmp_path):
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    with (folder / "huge.json").open("wb") as huge:
        huge.truncate(workbook.MAX_BYTES + 1)
    (folder / "secret.txt").write_text("secret")
    (folder / "link.json").symlink_to(folder / "secret.txt")
    os.mkfifo(folder / "pipe.json")
    (folder / "Good.json").write_text(student(3))
    found = mark(folder, tmp_path)
    assert found.marked == 1
    reasons = {u.name.split("/")[-1]: u.reason for u in found.unread}
    assert set(reasons) == {*BAD, "huge.json", "link.json", "pipe.json", "secret.txt"}
    assert all(reasons.values())
    assert "link" in reasons["link.json"]
    assert "larger" in reasons["huge.json"]
    assert "newer edition" in reasons["newer.json"]
    assert "secret" not in (tmp_path / "out" / "gradebook.csv").read_text(encoding="utf-8")
    assert {u["name"].split("/")[-1] for u in class_of(tmp_path)[1]["unread"]} == set(reasons)


STRANGE = [
    {"05.1": {"kostyuchenko-2018.01": ["x"]}, "05.12": {"evidence": [[[]], {}, None], "position": {}}},
    {"05.3": {"number": "9" * 9_000, "unit": "people shot"}, "05.5": {"low": "1e999", "high": "-1"}},
    {"05.7": [{}, None, 3], "05.2": {"ceiling": 1}, "05.13": ["x"], "05.14": {"a": [1]}},
    {
        "05.12": {
            "position": "more people died than were counted",
            "claim": "a " * 5_000,
            "reasoning": "b",
            "confidence": [],
        }
    },
    {"99.9": "no such task", "": "", "constructor": "x", "__proto__": {"x": 1}},
]


@pytest.mark.parametrize("answers", STRANGE, ids=range(len(STRANGE)))
def test_strange_answers_are_marked_as_what_they_are(folder, tmp_path, answers):
    (folder / "strange.json").write_text(document(answers))
    found = mark(folder, tmp_path)
    assert (found.marked, found.unread) == (1, [])
    assert all(float(r["points"] or 0) < 1 for r in rows_of(tmp_path))


def test_of_two_files_of_one_student_the_later_is_marked_and_the_other_named(folder, tmp_path):
    for name, day in (("Anna.json", "01"), ("anna (1).json", "03"), ("Anna (2).json", "02")):
        whole = json.loads(document({}))
        whole["answers"]["05.2"] = entry("ceiling" if day == "03" else "exact", f"2026-03-{day}T08:00:00Z")
        (folder / name).write_text(json.dumps(whole))
    found = mark(folder, tmp_path)
    assert found.marked == 1
    assert [r["points"] for r in rows_of(tmp_path) if r["task"] == "05.2"] == ["1"]
    assert len(found.unread) == 2
    assert all("earlier file" in u.reason for u in found.unread)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Anna Li.json", "Anna Li"),
        ("Anna Li_123_assignsubmission_file/zhanaozen-workbook.json", "Anna Li_123_assignsubmission_file"),
        ("group/zhanaozen-workbook (2).json", "group"),
        ("..\\..\\evil.json", "..\\..\\evil"),
        ("a\nb\x1b[31m.json", "a b[31m"),
        ("x" * 200 + ".json", "x" * 80),
    ],
)
def test_a_student_is_named_by_the_file_or_its_folder_and_a_name_is_only_text(folder, path, name):
    file = folder / path
    file.parent.mkdir(exist_ok=True)
    assert reading.student_of(file, folder) == name


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "\u00a0=1", "＝1", "\n=1"])
def test_no_cell_of_the_gradebook_is_a_formula(cell):
    assert gradebook.harmless(cell) == f"'{cell}"
    assert gradebook.harmless("Anna = Li") == "Anna = Li"


def test_a_name_that_is_a_formula_stays_text_in_both_files(folder, tmp_path):
    (folder / "=HYPERLINK(A1).json").write_text(student(4))
    mark(folder, tmp_path)
    assert {r["student"] for r in rows_of(tmp_path)} == {"'=HYPERLINK(A1)"}
    assert rows_of(tmp_path, "gradebook_by_student.csv")[0]["Student"] == "'=HYPERLINK(A1)"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_in_the_page_cannot_end_its_element(payload):
    made = harmless_json([payload])
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == [payload]


def test_a_payload_in_every_field_is_marked_and_says_no_time_and_no_version(folder, tmp_path):
    for n, payload in enumerate(PAYLOADS):
        (folder / f"{n}.json").write_text(hostile(payload))
    found = mark(folder, tmp_path)
    assert (found.marked, found.unread) == (len(PAYLOADS), [])
    assert {(r["saved_at"], r["ledger"]) for r in rows_of(tmp_path)} == {("", "")}


def test_an_endless_variety_of_answers_does_not_make_the_counts_grow(folder, tmp_path):
    for n in range(300):
        (folder / f"{n}.json").write_text(document({"05.3": {"number": f"{n}", "unit": "people shot"}}))
    mark(folder, tmp_path)
    [task] = [t for t in class_of(tmp_path)[1]["tasks"] if t["id"] == "05.3"]
    assert task["answers"][0] == ["other answers", 100]


def test_the_class_view_tells_right_answers_and_counts_positions_apart_from_how_sure(folder, tmp_path):
    for n, answer in enumerate(("ceiling", "exact", "exact")):
        stand = {standing.key("before", "trial_fair"): {"position": "the trials were fair", "confidence": "open"}}
        (folder / f"{n}.json").write_text(document({"05.2": answer, "05.12": {}}, judgements=stand))
    mark(folder, tmp_path)
    view = class_of(tmp_path)[1]
    [task] = [t for t in view["tasks"] if t["id"] == "05.2"]
    right = next(o.words for o in tasks.task("05.2").options if o.key == "ceiling")
    assert (task["key"], [n for _, n in task["answers"]]) == ([right], [2, 1])
    [asked] = view["moves"]
    assert asked["stages"] == [standing.STAGES["before"]]
    assert ["the trials were fair", 3] in asked["answers"]
    assert asked["sure"] == [["certain", 0], ["probable", 0], ["possible", 0], ["open", 3]]


def test_no_position_is_called_right(folder, tmp_path):
    for n in range(12):
        (folder / f"{n}.json").write_text(student(n))
    mark(folder, tmp_path)
    assert not any(t["key"] for t in class_of(tmp_path)[1]["tasks"] if t["read"])


def test_grids_that_groups_filled_in_come_together_in_the_class_view(folder, tmp_path):
    for n in range(4):
        (folder / f"Group {n}.json").write_text(student(n))
    mark(folder, tmp_path)
    grids = class_of(tmp_path)[1]["grid"]
    assert [g["lesson"] for g in grids] == list(packs.LESSONS)
    marks = {row["mark"] for g in grids for row in g["rows"]}
    assert {"agreed", "contradicted"} <= marks
    assert all(len(row["found"]) == 4 and row["ask"] for g in grids for row in g["rows"])


def test_without_the_key_files_are_marked_without_points(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(keys.feedback, "__defaults__", (tmp_path,))
    scoring._feedback.cache_clear()
    (folder / "a.json").write_text(student(1))
    assert mark(folder, tmp_path).marked == 1
    scoring._feedback.cache_clear()
    assert {r["points"] for r in rows_of(tmp_path)} == {""}
    assert any(r["state"] == "answered" for r in rows_of(tmp_path))


def test_on_two_cores_the_results_are_the_same(folder, tmp_path):
    for n in range(30):
        (folder / f"Student {n:02}.json").write_text(student(n))
    (folder / "bad.json").write_text("{")
    seen = []
    run.mark(folder, tmp_path / "two", cores=2, progress=lambda done, of: seen.append((done, of)))
    run.mark(folder, tmp_path / "one", cores=1)
    for name in ("gradebook.csv", "gradebook_by_student.csv", "class_view.html"):
        assert (tmp_path / "two" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()
    assert seen == [(n, 31) for n in range(1, 32)]


def test_the_command_says_what_it_did_and_where(folder, tmp_path):
    (folder / "a.json").write_text(student(1))
    (folder / "b.json").write_text("[")
    command = [sys.executable, "-m", "zhanaozen.marking", str(folder), "--out", str(tmp_path / "out")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "1 of 2 files marked." in said
    assert "b.json is damaged" in said
    assert "class_view.html" in said
    missing = subprocess.run([*command[:3], str(tmp_path / "nowhere")], capture_output=True, text=True)
    assert missing.returncode != 0
    assert "is no folder" in missing.stderr
