"""From items to pages: what breaks where, and the footer. Every word comes from `page.Summary`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from routewijzer import text
from routewijzer.paper import fonts
from routewijzer.paper.blocks import THIN
from routewijzer.paper.first_page import AMPLE, SHORT, TIGHT, Room, first_page, note
from routewijzer.paper.items import Item
from routewijzer.paper.measures import FOOT, FOOTER, HEIGHT, LEFT, PAPER_HEIGHT, TOP, WIDTH
from routewijzer.paper.page import PaperError, Summary
from routewijzer.paper.second_page import second_page
from routewijzer.text.paper import Paper

Placed = tuple[Item, float]
"""An item and how far its upper edge is below the page's."""


Content = Callable[[Room], list[Item]]
"""What stands on some pages, by how much room it takes."""
ROOMS = (AMPLE, SHORT, TIGHT)


def pages(summary: Summary, texts: Paper) -> list[list[Placed]]:
    """Return what stands on each page.

    Two pages are the rule, each as roomy as it can be: first the source column becomes short, then what is
    empty, then section 3 moves to page 2. A note stands where there is room. What still does not fit on two
    pages runs on from page to page.
    """
    extra = [note(summary, texts)] if summary.note else []

    @cache
    def first(room: Room) -> list[Item]:
        return first_page(summary, texts, room)

    @cache
    def second(room: Room) -> list[Item]:
        return second_page(summary, texts, room)

    def second_noted(room: Room) -> list[Item]:
        *answers, last = second(room)
        return [*answers, *extra, last]

    ways: tuple[tuple[Content, Content], ...] = (
        (lambda room: [*first(room), *extra], second),
        (first, second_noted),
        (lambda room: [*first(room)[:-1], *extra], lambda room: [first(room)[-1], *second(room)]),
        (lambda room: first(room)[:-1], lambda room: [first(room)[-1], *second_noted(room)]),
    )
    for upper, lower in ways:
        one, two = _one_page(upper), _one_page(lower)
        if one and two:
            return [one, two]
    flowing = [paginate([*first(room), *second_noted(room)], HEIGHT) for room in ROOMS]
    whole = [
        sum(item in first(room) for item, _ in laid[0]) for room, laid in zip(ROOMS, flowing, strict=True)
    ]
    best = min(range(len(ROOMS)), key=lambda at: (len(flowing[at]), -whole[at]))
    return flowing[best]


def _one_page(content: Content) -> list[Placed] | None:
    """Return the content on one page, as roomy as it can be; None where it does not fit."""
    for room in ROOMS:
        laid = paginate(content(room), HEIGHT)
        if len(laid) == 1:
            return laid[0]
    return None


def paginate(items: Sequence[Item], height: float) -> list[list[Placed]]:
    """Return the items by page, breaking only where an item says it may.

    Raises:
        PaperError: where an item is taller than a page and does not break: nothing is ever cut off.
    """
    done: list[list[Placed]] = [[]]
    queue = list(items)
    used = 0.0
    while queue:
        item = queue.pop(0)
        gap = item.space if done[-1] else 0.0
        tall = item.height(WIDTH)
        if used + gap + tall <= height + 0.01:
            done[-1].append((item, used + gap))
            used += gap + tall
            continue
        parts = item.split(WIDTH, height - used - gap, height)
        if parts:
            done[-1].append((parts[0], used + gap))
            queue.insert(0, parts[1])
        elif done[-1]:
            queue.insert(0, item)
        else:
            raise PaperError(text.load().paper.fout_hoog)
        done.append([])
        used = 0.0
    return done


def draw(canvas: Any, summary: Summary, texts: Paper) -> int:
    """Draw all pages; return how many there are."""
    laid = pages(summary, texts)
    top = PAPER_HEIGHT - TOP
    for number, page in enumerate(laid, start=1):
        for item, down in page:
            item.draw(canvas, LEFT, top - down, WIDTH)
        _footer(canvas, summary, texts, number, len(laid))
        canvas.showPage()
    return len(laid)


def _footer(canvas: Any, summary: Summary, texts: Paper, number: int, total: int) -> None:
    line = FOOTER
    right = LEFT + WIDTH
    canvas.setStrokeGray(0)
    canvas.setLineWidth(THIN)
    canvas.line(LEFT, line, right, line)
    canvas.setFillGray(0)
    canvas.setFont(fonts.REGULAR, FOOT)
    canvas.drawString(LEFT, line - 10, summary.footer_pack)
    canvas.drawString(LEFT, line - 20, summary.footer_code)
    canvas.drawRightString(right, line - 20, texts.voet_natrekken)
    canvas.setFont(fonts.BOLD, FOOT)
    canvas.drawRightString(right, line - 10, texts.voet_pagina.format(pagina=number, totaal=total))
