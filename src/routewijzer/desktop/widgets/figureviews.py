"""What the chart and the line of stations show: small frozen views, free of Qt, made by the presenters."""

from __future__ import annotations

from routewijzer.desktop.frozen import Frozen


class SeriesView(Frozen):
    """Numbers of one name, one for each label of the chart."""

    name: str
    values: tuple[int, ...]


class BreakView(Frozen):
    """From the label at this place on the numbers mean something else; `sign` leads to the note."""

    at: int
    sign: str


class ChartView(Frozen):
    """Numbers by year; `name` is the whole drawing in words."""

    name: str
    labels: tuple[str, ...]
    series: tuple[SeriesView, ...]
    breaks: tuple[BreakView, ...] = ()


class PassageView(Frozen):
    """A heading with what stands under it; on a line of stations with its sign and its name."""

    title: str
    text: str
    points: tuple[str, ...] = ()
    when: str = ""
    """The moment, of a time line."""
    sign: str = ""
    """In the ring of the station; "" draws a dot."""
    name: str = ""
    """Of the station: "Stap 2 van 5"."""
