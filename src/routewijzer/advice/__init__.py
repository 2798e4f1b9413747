"""Answers in, advice out: pure functions (floor 3)."""
