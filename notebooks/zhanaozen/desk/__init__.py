"""The student's desk: `ask("05.3")` shows a task, keeps the answer at once, and gives feedback.

Answers live in the workbook, never in widget state: run a cell again and its answer is back.
"""

from zhanaozen.desk.asking import answer, ask, check
from zhanaozen.desk.ceiling import my_ceiling
from zhanaozen.desk.keeping import keep, my_evidence
from zhanaozen.desk.models import show_models
from zhanaozen.desk.packs import open_pack, print_packs
from zhanaozen.desk.shelf import my_workbook
from zhanaozen.desk.standing import where_i_stand
from zhanaozen.desk.writing import write_account

__all__ = [
    "answer",
    "ask",
    "check",
    "keep",
    "my_ceiling",
    "my_evidence",
    "my_workbook",
    "open_pack",
    "print_packs",
    "show_models",
    "where_i_stand",
    "write_account",
]
