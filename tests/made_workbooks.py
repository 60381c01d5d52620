"""Workbooks of a made-up class: students who answer well, half, wrongly, in silence, in other languages, with malice."""

import json
import random

from zhanaozen import evidence, keys, standing, tasks, text, workbook
from zhanaozen.tasks import kinds
from zhanaozen.teaching import packs

#: What somebody might put into any field to be run in the teacher's browser.
PAYLOADS = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<body onload=window.ran=1>",
    "<details open ontoggle=window.ran=1>",
    "<input autofocus onfocus=window.ran=1>",
    "<a href=javascript:window.ran=1>x</a>",
    '"><script>window.ran=1</script>',
    "'-window.ran=1-'",
    "`${window.ran=1}`",
    "<!--<script>window.ran=1</script>",
    "]]><script>window.ran=1</script>",
    "\u2028window.ran=1\u2028",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "<math><mtext></table><mglyph><style><img src=x onerror=window.ran=1>",
    "<template><script>window.ran=1</script></template>",
    "<object data='data:text/html,<script>parent.ran=1</script>'>",
)


def document(answers=None, **sections):
    """Return a workbook as JSON text; values become entries."""
    whole = {"format": "zhanaozen-workbook", "schema": 2}
    for section in workbook.SECTIONS:
        given = (answers if section == "answers" else sections.get(section)) or {}
        whole[section] = {key: entry(value) for key, value in given.items()}
    return json.dumps(whole, ensure_ascii=False)


def entry(value, saved_at="2026-03-02T09:15:00Z", tries=1, ledger="0.2.0"):
    return {"value": value, "saved_at": saved_at, "tries": tries, "ledger": ledger}


def some_answer(task, chance):
    """Return an answer to a task, chosen without looking at what is right."""
    pick = chance.choice
    if found := keys.models(task.task_id):
        return pick(found).value
    match task:
        case kinds.Choice():
            return pick(task.options).key
        case kinds.Number():
            return {"number": str(chance.randint(0, 90)), "unit": pick(task.units)}
        case kinds.Range():
            low = chance.randint(0, 60)
            return {"low": str(low), "high": str(low + chance.randint(0, 60))}
        case kinds.Match():
            return {item.key: pick(task.options).key for item in task.items}
        case kinds.Pick():
            return [item.key for item in task.items if chance.random() < 0.4]
        case kinds.Quote():
            return " ".join(task.passage.split()[: chance.randint(1, 3)])
    raise AssertionError(task)


def student(number):
    """Return the workbook of one made-up student as JSON text; the same number gives the same workbook."""
    chance = random.Random(number)
    diligence = chance.random()
    answers = {
        task.task_id: some_answer(task, chance)
        for of_lesson in tasks.lessons().values()
        for task in of_lesson
        if chance.random() < 0.3 + 0.7 * diligence
    }
    judgements = {
        standing.key(stage, q): {
            "position": chance.choice(evidence.question(q).positions),
            "confidence": chance.choice(kinds.CONFIDENCE).key,
            "source": chance.choice(standing.documents(q)).source_id,
        }
        for stage in standing.STAGES
        for q in standing.QUESTIONS
    }
    for lesson in packs.LESSONS:
        pack = list(packs.PACKS)[number % len(packs.PACKS)]
        found = {
            q.question_id: text.answer(claims[0]) if q.kind == "position" else {"low": str(claims[0].value_low)}
            for q, claims in packs.deal(lesson)[pack].items()
            if claims
        }
        answers[f"{lesson}.jigsaw"] = {"pack": pack, "found": found}
    account = {"title": f"What I hold, {number}", "warning": {"held": "open", "text": "Accounts differ. Ескерту."}}
    return document(answers, judgements=judgements, account=account)


def hostile(payload):
    """Return a workbook with one payload in every field that takes text, and in the key of a task."""
    answers = {
        task.task_id: {
            "claim": payload,
            "reasoning": payload,
            "position": payload,
            "evidence": [payload],
            "why": payload,
        }
        if isinstance(task, kinds.Judgement | kinds.Next)
        else payload
        for of_lesson in tasks.lessons().values()
        for task in of_lesson
    }
    made = json.loads(document(answers | {payload: payload}, account={"title": payload, "warning": {"text": payload}}))
    for each in made["answers"].values():
        each["saved_at"] = each["ledger"] = payload
    return json.dumps(made)
