"""A rule pack: YAML in, a frozen typed model out (floor 1)."""

UNKNOWN = "onbekend"
"""The answer "weet ik niet"; what is not answered evaluates alike."""
