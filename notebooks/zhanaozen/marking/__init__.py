"""The teacher's side: workbook files in, a gradebook and a class view out. A workbook is data and is never run."""
