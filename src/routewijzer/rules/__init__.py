"""A rule pack: YAML in, a frozen typed model out (floor 1)."""
