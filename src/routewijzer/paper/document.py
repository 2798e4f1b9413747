"""What every PDF of the app shares: a document that comes out the same each time, letters, safe saving."""

from __future__ import annotations

import datetime as dt
import errno
import threading
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from routewijzer import files, text
from routewijzer.paper import fonts
from routewijzer.paper.page import PaperError

_ONE_AT_A_TIME = threading.Lock()
"""reportlab's fonts serve one document at a time."""


def make(
    words: Iterable[str],
    draw: Callable[[Any], object],
    *,
    title: str,
    subject: str,
    author: str,
    date: dt.date,
) -> bytes:
    """Return a PDF; the same input gives the same bytes.

    Args:
        words: every text that is drawn.
        draw: draws all pages on a canvas.
        title: of the document.
        subject: what it is.
        author: who made it; "" for nobody.
        date: the document's own date.

    Raises:
        PaperError: where a text holds a character that cannot be printed, or `draw` raises it.
    """
    with _ONE_AT_A_TIME:
        for line in words:
            _check_glyphs(line)
        target = BytesIO()
        canvas = Canvas(
            target, pagesize=A4, invariant=1, lang="nl", initialFontName=fonts.REGULAR, pageCompression=1
        )
        canvas.setTitle(title)
        canvas.setSubject(subject)
        canvas.setAuthor(author)
        canvas.setCreator("Routewijzer Meldcode")
        canvas.setProducer("Routewijzer Meldcode")
        canvas.setKeywords("")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        stamp = f"D:{date:%Y%m%d}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)  # else the clock, or SOURCE_DATE_EPOCH
        draw(canvas)
        canvas.save()
        return target.getvalue()


def _check_glyphs(words: str) -> None:
    if lacking := fonts.missing(words):
        shown = words if len(words) <= 40 else f"{words[:40]}…"
        shown = "".join(mark if mark.isprintable() else "\ufffd" for mark in shown)
        mark = lacking[0] if lacking[0].isprintable() else f"U+{ord(lacking[0]):04X}"
        raise PaperError(text.load().paper.fout_teken.format(teken=mark, tekst=shown))


def write(path: Path, data: bytes) -> None:
    """Save a PDF as `path`: whole, or not at all; an older file of that name is replaced.

    Raises:
        PaperError: where that fails; nothing is left beside it and an older file is as it was.
    """
    try:
        files.write_atomic(path, data)
    except OSError as error:
        paper = text.load().paper
        reason = {
            errno.ENOENT: paper.fout_geen_map,
            errno.ENOTDIR: paper.fout_geen_map,
            errno.EISDIR: paper.fout_is_map,
            errno.EACCES: paper.fout_toegang,
            errno.EPERM: paper.fout_toegang,
            errno.EROFS: paper.fout_toegang,
            errno.ENOSPC: paper.fout_vol,
            errno.EFBIG: paper.fout_vol,
            errno.EDQUOT: paper.fout_vol,
        }.get(error.errno or 0, paper.fout_anders)
        raise PaperError(paper.fout_schrijven.format(bestand=path, reden=reason)) from error
