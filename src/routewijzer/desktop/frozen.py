"""Frozen values with named fields, at next to no cost for a class. Free of Qt.

The window shows some sixty kinds of views. As dataclasses each would be compiled anew at every start:
together half the time of a bare window. Here a class is no more than its annotations.
"""

from __future__ import annotations

from typing import Any, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Frozen:
    """Base of the views: a subclass lists its fields as annotations, those with a default last.

    Fields are given by place or by name; TypeError where one is missing, unknown or given twice. Two are
    equal where they are of one class and all fields are. A subclass takes no fields from another.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        """Take the fields."""
        kind = type(self)
        names = kind.__annotations__
        values = dict(zip(names, given, strict=False))
        if len(values) < len(given) or not names.keys() - values.keys() >= named.keys():
            raise TypeError(f"{kind.__name__} takes {', '.join(names)}, each once")
        values |= named
        for name in names:
            if name not in values:
                if name not in kind.__dict__:
                    raise TypeError(f"{kind.__name__} misses {name}")
                values[name] = kind.__dict__[name]
        self.__dict__.update(values)

    def replace(self, **changes: Any) -> Self:
        """Return the same with other values in these fields."""
        return type(self)(**{name: getattr(self, name) for name in type(self).__annotations__} | changes)

    def _values(self) -> tuple[Any, ...]:
        return tuple(self.__dict__[name] for name in type(self).__annotations__)

    def __eq__(self, other: object) -> bool:
        """Whether class and fields are equal."""
        return type(self) is type(other) and isinstance(other, Frozen) and self._values() == other._values()

    def __hash__(self) -> int:
        """As the fields."""
        return hash(self._values())

    def __repr__(self) -> str:
        """As it is written in Python."""
        pairs = zip(type(self).__annotations__, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: it never changes."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be set")

    def __delattr__(self, name: str) -> None:
        """Refuse: it never changes."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")
