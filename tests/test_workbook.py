"""Promises about the student's workbook: no answer is lost, nothing of the student's machine gets in."""

import base64
import errno
import getpass
import json
import os
import random
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from zhanaozen import workbook
from zhanaozen.workbook import WorkbookError

SAVES_UNTIL_KILLED = """
import sys
from zhanaozen import workbook
for n in range(1, 100_000):
    workbook.save("05.1", [n] + ["x" * 9_000] * 50, ledger="0.1.0", path=sys.argv[1])
    print(n, flush=True)
"""
SAVES_FIFTY = """
import sys
from zhanaozen import workbook
print("ready", flush=True)
sys.stdin.readline()
for n in range(50):
    workbook.save(f"{sys.argv[2]}.{n}", n, ledger="0.1.0", path=sys.argv[1])
"""
HOLDS_THE_LOCK = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "exercises" / "my_workbook.json"


def save(file, value="about fifteen", task="05.1"):
    return workbook.save(task, value, ledger="0.1.0", path=file)


def start(script, *arguments):
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def value(file, task="05.1"):
    return workbook.read(file).answers[task].value


def test_the_workbook_is_found_beside_the_exercises_or_where_it_is_said_to_be(monkeypatch, file):
    monkeypatch.delenv("ZHANAOZEN_WORKBOOK", raising=False)
    assert workbook.path() == Path(__file__).resolve().parents[1] / "exercises" / "my_workbook.json"
    monkeypatch.setenv("ZHANAOZEN_WORKBOOK", str(file))
    assert workbook.read().answers == {}
    workbook.save("05.1", "here", ledger="0.1.0")
    assert value(file) == "here"


def test_answers_survive_a_new_read(file):
    kept = {"05.1": "кемінде 15 🕯 <b>&", "05.2": [1, 2.5, True, None, {"low": 15}], "09.1": ""}
    for task, said in kept.items():
        save(file, said, task)
    workbook.count_try("05.1", file)
    workbook.count_try("05.1", file)
    save(file, kept["05.1"] + "!")
    answers = workbook.read(file).answers
    assert {task: answer.value for task, answer in answers.items()} == kept | {"05.1": kept["05.1"] + "!"}
    assert (answers["05.1"].tries, answers["05.2"].tries, answers["05.1"].ledger) == (2, 0, "0.1.0")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", answers["05.1"].saved_at)


def test_a_try_counts_only_for_a_saved_answer(file):
    with pytest.raises(WorkbookError, match=r"05\.9 has no saved answer"):
        workbook.count_try("05.9", file)


def test_the_file_has_one_spelling_and_says_nothing_of_its_writer(file):
    save(file, "b", "05.2")
    save(file, "ә", "05.1")
    text = file.read_bytes().decode("utf-8")
    document = json.loads(text)
    assert text == json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert set(document) == {"format", "schema", *workbook.SECTIONS}
    assert all(set(kept) == {"value", "saved_at", "tries", "ledger"} for kept in document["answers"].values())
    for private in (getpass.getuser(), str(Path.home()), socket.gethostname(), str(file.parent)):
        assert private not in text, f"{file.name} holds {private!r}"


def test_the_folder_shows_only_the_workbook_and_the_version_before(file):
    save(file, "first")
    save(file, "second")
    shown = sorted(each.name for each in file.parent.iterdir() if not each.name.startswith("."))
    assert shown == ["my_workbook.json", "my_workbook.previous.json"]


def test_a_killed_writer_leaves_the_old_or_the_new_answer(file):
    for _ in range(50):
        with start(SAVES_UNTIL_KILLED, file) as writer:
            confirmed = int(writer.stdout.readline())
            # Killed at a random moment, or as soon as the file is seen half written.
            moment = time.monotonic() + random.uniform(0, 0.05)
            while time.monotonic() < moment and file.stat().st_size > 400_000:
                pass
            writer.kill()
            confirmed = max([confirmed, *map(int, writer.stdout.read().split())])
        found = value(file)[0]
        assert found in (confirmed, confirmed + 1), f"{confirmed} was confirmed, {found} is there"
        workbook.read(file.with_name("my_workbook.previous.json"))


def test_at_every_step_of_a_save_both_files_are_whole(file):
    save(file, "older")
    save(file, "old")
    seen = []

    def look(frame, event, argument):
        if frame.f_code.co_filename == workbook.__file__:
            seen.append((value(file.with_name("my_workbook.previous.json")), value(file)))
            return look
        return None

    tracer = sys.gettrace()
    sys.settrace(look)
    try:
        save(file, "new")
    finally:
        sys.settrace(tracer)
    assert list(dict.fromkeys(seen)) == [("older", "old"), ("old", "old"), ("old", "new")]


def test_two_notebooks_saving_at_once_lose_no_answer(file):
    writers = [start(SAVES_FIFTY, file, name) for name in ("left", "right")]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    expected = {f"{name}.{n}": n for name in ("left", "right") for n in range(50)}
    assert {task: answer.value for task, answer in workbook.read(file).answers.items()} == expected


def test_a_notebook_that_cannot_have_the_lock_says_so(file, monkeypatch):
    save(file, "old")
    monkeypatch.setattr(workbook, "LOCK_SECONDS", 0.1)
    with start(HOLDS_THE_LOCK, file.with_name(".my_workbook.lock")) as other:
        other.stdout.readline()
        with pytest.raises(WorkbookError, match="Another notebook is saving"):
            save(file, "new")
        other.stdin.close()
    assert value(file) == "old"


def document(**changed):
    kept = {"value": "a", "saved_at": "2024-01-01T00:00:00Z", "tries": 0, "ledger": "0.1.0"}
    sections = {section: {} for section in workbook.SECTIONS}
    whole = {"format": "zhanaozen-workbook", "schema": 2} | sections
    whole["answers"] = {"05.1": kept | changed.pop("kept", {})}
    return json.dumps(whole | changed).encode()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "is damaged", id="empty"),
        pytest.param(document()[:60], "is damaged", id="cut in half"),
        pytest.param(b"fifteen", "is damaged", id="not JSON"),
        pytest.param(document().replace(b'"a"', b'"\xe9"'), "is damaged", id="not UTF-8"),
        pytest.param(document().replace(b'"a"', rb'"\ud800"'), "is damaged", id="half a character"),
        pytest.param(document().replace(b'"a"', b"NaN"), "is damaged", id="not a number"),
        pytest.param(b"[" * 100_000, "is damaged", id="bottomless"),
        pytest.param(b"[]", "not a workbook", id="a list"),
        pytest.param(b'{"cells": []}', "not a workbook", id="a notebook"),
        pytest.param(document(format="another"), "not a workbook", id="foreign"),
        pytest.param(document(schema=3, answers=[]), "newer edition", id="newer"),
        pytest.param(document(account=None), "is damaged", id="no account"),
        pytest.param(document(schema=True), "is damaged", id="schema yes"),
        pytest.param(document(schema="1"), "is damaged", id="schema in words"),
        pytest.param(document(answers=[]), "is damaged", id="answers in a list"),
        pytest.param(document(answers={"05.1": "a"}), "is damaged", id="bare answer"),
        pytest.param(document(kept={"tries": "0"}), "is damaged", id="tries in words"),
        pytest.param(document(kept={"saved_at": None}), "is damaged", id="no date"),
        pytest.param(b" " * 20_000_000 + document(), "larger than 20 MB", id="huge"),
    ],
)
def test_an_unusable_file_is_refused_and_left_as_it_is(file, data, problem):
    file.parent.mkdir()
    file.write_bytes(data)
    for use in (
        workbook.read,
        save,
        workbook.forget,
        workbook.download_script,
        lambda file: workbook.count_try("05.1", file),
    ):
        with pytest.raises(WorkbookError, match=f"my_workbook.json .*{problem}.* Nothing was overwritten"):
            use(file)
        assert file.read_bytes() == data


def test_a_file_that_cannot_be_opened_is_refused(file):
    file.mkdir(parents=True)
    with pytest.raises(WorkbookError, match="cannot be read"):
        workbook.read(file)


def test_the_version_before_is_kept_and_can_be_put_back(file):
    with pytest.raises(WorkbookError, match=r"no my_workbook\.previous\.json"):
        workbook.restore_previous(file)
    for said in ("first", "second", "third"):
        save(file, said)
    damaged = file.read_bytes()[:40]
    for turn in (1, 2):
        file.write_bytes(damaged)
        with pytest.raises(WorkbookError, match=r"previous\.json, is good; workbook\.restore_previous\(\)"):
            save(file, "fourth")
        assert workbook.restore_previous(file).answers["05.1"].value == value(file) == "second"
        assert file.with_name(f"my_workbook.damaged-{turn}.json").read_bytes() == damaged
    file.with_name("my_workbook.previous.json").write_bytes(damaged)
    with pytest.raises(WorkbookError, match=r"my_workbook\.previous\.json is damaged"):
        workbook.restore_previous(file)
    assert value(file) == "second"


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_keeps_the_old_file(file, monkeypatch, step, code):
    save(file, "first")
    save(file, "second")
    old = file.read_bytes()

    def refuse(*_):
        raise OSError(code, os.strerror(code))

    def open_to_read(path, mode="r", *rest, really_open=Path.open):
        return refuse() if "w" in mode else really_open(path, mode, *rest)

    with monkeypatch.context() as broken:
        if step == "open":
            broken.setattr(Path, "open", open_to_read)
        else:
            broken.setattr(os, step, refuse)
        with pytest.raises(WorkbookError, match=f"{os.strerror(code)}.*still on the screen"):
            save(file, "third")
    assert file.read_bytes() == old
    assert not [*file.parent.glob("*.tmp"), *file.parent.glob(".*.tmp")]
    save(file, "third")
    assert value(file) == "third"


def test_a_folder_that_takes_no_lock_file_is_said_to_refuse(file):
    file.parent.write_text("a file where the folder should be")
    with pytest.raises(WorkbookError, match=r"could not be written .* still on the screen"):
        save(file)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("</script><script>alert(1)</script>", "</script><script>alert(1)</script>"),
        ("a\x00b\x1b[31mc\r\n\td\x7f\x85", "ab[31mc\n\td"),
        ("a\ud800b\udc00", "a\ufffdb\ufffd"),
        ("\ud83d\ude00", "😀"),
        ({"\x00k": ("\x07",)}, {"k": [""]}),
        ("x" * 10_000, "x" * 10_000),
    ],
)
def test_a_text_is_kept_without_what_would_break_it(file, typed, kept):
    save(file, typed)
    assert value(file) == kept


def test_an_answer_cannot_break_out_of_the_download(file):
    save(file, '</script>"`${alert(1)}')
    script = workbook.download_script(file)
    assert "</" not in script
    assert "alert" not in script
    assert base64.b64decode(re.search(r'atob\("([^"]*)"\)', script)[1]) == file.read_bytes()


def test_an_empty_workbook_is_not_downloaded(file):
    with pytest.raises(WorkbookError, match="nothing saved"):
        workbook.download_script(file)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("x" * 10_001, "10,001 characters"),
        (["fine", "x" * 12_000], "12,000 characters"),
        (float("nan"), "nan"),
        ([float("-inf")], "-inf"),
        ({1: "a"}, "1: 'a'"),
        ({"a"}, "'a'"),
        (["x" * 10_000] * 2_000, "full"),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused_and_nothing_is_lost(file, typed, problem):
    save(file, "old")
    before = file.read_bytes()
    with pytest.raises(WorkbookError, match=f"{problem}.* still on the screen"):
        save(file, typed)
    assert file.read_bytes() == before


def test_an_unchanged_value_is_not_written_again(file):
    save(file, [1, "a"])
    before = file.stat()
    workbook.save("05.1", [1, "a"], ledger="0.2.0", path=file)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not file.with_name("my_workbook.previous.json").exists()
    save(file, [True, "a"])
    assert value(file)[0] is True


def test_what_a_later_module_wrote_is_kept(file):
    file.parent.mkdir()
    file.write_bytes(document(desk={"cards": [1]}))
    save(file, "new")
    assert json.loads(file.read_bytes())["desk"] == {"cards": [1]}
    assert value(file) == "new"


def test_a_link_to_a_workbook_elsewhere_stays_a_link(file, tmp_path):
    save(file, "old")
    link = tmp_path / "my_workbook.json"
    link.symlink_to(file)
    save(link, "new")
    assert link.is_symlink()
    assert value(file) == "new"


def test_a_student_can_have_all_answers_erased(file):
    save(file, "secret one")
    save(file, "secret two")
    workbook.restore_previous(file)
    file.with_name(".my_workbook.json.tmp").write_text("secret left by a crash")
    (file.parent / "my_essay.json").write_text("mine")
    workbook.forget(file)
    assert workbook.read(file).answers == {}
    assert sorted(each.name for each in file.parent.iterdir()) == [".my_workbook.lock", "my_essay.json"]


# --- sections, older editions, a download put back ------------------------------------------------------


def test_sections_keep_their_entries_apart(file):
    save(file, "an answer", "05.1")
    for section in workbook.SECTIONS[1:]:
        workbook.save("05.1", section, ledger="0.1.0", section=section, path=file)
    whole = workbook.read(file)
    assert [getattr(whole, s)["05.1"].value for s in workbook.SECTIONS] == ["an answer", *workbook.SECTIONS[1:]]
    assert workbook.drop("05.1", section="kept", path=file).kept == {}
    assert value(file) == "an answer"


def test_a_workbook_of_the_first_schema_is_carried_over_whole(file):
    kept = {"value": "a", "saved_at": "2024-01-01T00:00:00Z", "tries": 2, "ledger": "0.1.0"}
    whole = {"title": "Mine", "sections": {"killed": {"held": "open", "text": "Counts differ."}}}
    old = {"format": "zhanaozen-workbook", "schema": 1, "answers": {"05.1": kept, "09.account": kept | {"value": whole}}}
    file.parent.mkdir()
    file.write_text(json.dumps(old))
    read = workbook.read(file)
    assert json.loads(file.read_bytes()) == old, "reading changes nothing"
    assert list(read.answers) == ["05.1"]
    assert {key: entry.value for key, entry in read.account.items()} == whole["sections"] | {"title": "Mine"}
    save(file, "b", "05.2")
    assert json.loads(file.read_bytes())["schema"] == 2
    assert json.loads(file.with_name("my_workbook.previous.json").read_bytes()) == old
    assert workbook.read(file).answers["05.1"].tries == 2


def test_a_download_put_back_brings_everything_and_takes_nothing_newer(file, tmp_path):
    save(file, "first", "05.1")
    workbook.save("jones-2012.03", "why", ledger="0.1.0", section="kept", path=file)
    downloaded = file.read_bytes()
    save(file, "later", "05.3")
    other = tmp_path / "after" / "my_workbook.json"
    assert workbook.restore(downloaded, other).kept["jones-2012.03"].value == "why"
    back = workbook.restore(downloaded, file)
    assert {key: e.value for key, e in back.answers.items()} == {"05.1": "first", "05.3": "later"}
    newer = downloaded.replace(b'"first"', b'"changed"').replace(b'"saved_at": "2', b'"saved_at": "3')
    assert workbook.restore(newer, file).answers["05.1"].value == "changed"
    assert workbook.restore(downloaded, file).answers["05.1"].value == "changed", "an older one does not win"


def test_a_download_put_back_over_a_damaged_file_keeps_that_too(file):
    save(file, "first")
    downloaded, damaged = file.read_bytes(), file.read_bytes()[:40]
    file.write_bytes(damaged)
    assert workbook.restore(downloaded, file).answers["05.1"].value == "first"
    assert file.with_name("my_workbook.damaged-1.json").read_bytes() == damaged


@pytest.mark.parametrize("data", [b"", b"[]", document(schema=3), document()[:50], b"PK\x03\x04", b" " * 20_000_001])
def test_what_is_no_workbook_is_not_put_back(file, data):
    save(file, "old")
    before = file.read_bytes()
    with pytest.raises(WorkbookError, match=r"The file you chose .* Nothing was changed\."):
        workbook.restore(data, file)
    assert file.read_bytes() == before
