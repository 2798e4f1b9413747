"""Routewijzer Meldcode: walk the Dutch meldcode, get advice with its reasons."""

__version__ = "0.1.0"
