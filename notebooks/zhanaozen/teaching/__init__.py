"""The teacher's side before a lesson: what it holds, how it fits the time, who gets which evidence."""
