"""A pack in other forms: for people and for other programs (floor 4)."""
