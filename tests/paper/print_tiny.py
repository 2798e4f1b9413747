"""Print the tiny case and the sha256 of its PDF: run in processes of their own by test_pdf.py."""

from __future__ import annotations

import hashlib

from paper import tiny
from routewijzer.paper.summary import render

data = render(
    tiny.case(), tiny.advice(), tiny.pack(), date=tiny.DATE, settings=tiny.SETTINGS, note="Een toelichting."
)
print(hashlib.sha256(data).hexdigest())  # noqa: T201 - this is what it is for
