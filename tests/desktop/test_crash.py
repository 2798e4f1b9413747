"""A fault of our own: one sentence on the screen, nothing of the case on stderr, and the app goes on."""

import sys

import pytest

from routewijzer.desktop import crash


@pytest.fixture
def said(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    heard = []
    crash.install(lambda: heard.append("told"))
    return heard


def fail():
    raise ValueError("vlag_wapen: ja")


def test_the_worker_reads_one_sentence_and_stderr_holds_nothing_of_the_case(said, capsys):
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert said == ["told"]
    err = capsys.readouterr().err
    assert "ValueError (test_crash.py:" in err
    assert "vlag_wapen" not in err


def test_a_fault_while_it_is_told_does_not_go_round_in_circles(monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told = []

    def say():
        told.append("told")
        error = RuntimeError("again")
        sys.excepthook(RuntimeError, error, None)

    crash.install(say)
    sys.excepthook(ValueError, ValueError("x"), None)
    assert len(told) == 1
    assert capsys.readouterr().err.count("routewijzer:") == 2
