"""From items to pages: what breaks where, and the footer. Every word comes from `page.Summary`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from routewijzer import text
from routewijzer.paper import fonts
from routewijzer.paper.blocks import THIN
from routewijzer.paper.first_page import Sources, first_page, note
from routewijzer.paper.items import Item
from routewijzer.paper.measures import FOOT, FOOTER, HEIGHT, LEFT, PAPER_HEIGHT, TOP, WIDTH
from routewijzer.paper.page import PaperError, Summary
from routewijzer.paper.second_page import evidence, review
from routewijzer.text.paper import Paper

Placed = tuple[Item, float]
"""An item and how far its upper edge is below the page's."""


NORMAL = (2, 0)
"""Two pages, and all of page 1's sections whole on it: it gets no better."""


def pages(summary: Summary, texts: Paper) -> list[list[Placed]]:
    """Return what stands on each page.

    Where page 1 overflows its source column becomes short; where that is not enough there are more pages,
    and section 4 goes on where section 3 ended if that saves one. A note stands where there is room. Of
    equal counts the one with more of page 1's sections whole on page 1 wins, then the one with more sources.
    """
    answers, last = evidence(summary, texts), review(summary, texts)
    extra = [note(summary, texts)] if summary.note else []
    best: tuple[tuple[int, int], list[list[Placed]]] | None = None
    for sources in Sources:
        first = first_page(summary, texts, sources)
        for parts in (
            ([*first, *extra], [*answers, last]),
            (first, [*answers, *extra, last]),
            ([*first, *answers, *extra, last],),
        ):
            laid = [page for part in parts for page in paginate(part, HEIGHT)]
            there = [item for item, _ in laid[0]]
            cost = (len(laid), sum(item not in there for item in first))
            if best is None or cost < best[0]:
                best = (cost, laid)
            if cost <= NORMAL:
                return laid
    return best[1] if best else []


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
