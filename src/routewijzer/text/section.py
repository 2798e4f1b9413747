"""A table of a file of texts as an object with typed fields."""

from __future__ import annotations

from typing import Any


class Section:
    """A table of texts: its annotated fields, set once by the loader and never again.

    No dataclass: the code those generate for some twenty wide tables would cost every start 60 ms.
    """

    def __init__(self, values: dict[str, Any]) -> None:
        """Take the values of all fields."""
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: texts never change."""
        raise AttributeError(name)
