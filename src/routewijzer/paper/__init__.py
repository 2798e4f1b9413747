"""The printed summary of an intake (floor 4): `render` and `write` in `summary.py`."""
