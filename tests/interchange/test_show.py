"""`rules show` in every form: on the screen, in a file, or one clear sentence."""

from __future__ import annotations

import pytest
from cli import Cli

from routewijzer.interchange.dmn import as_dmn
from routewijzer.interchange.dot import as_dot
from routewijzer.interchange.markdown import as_markdown

FORMS = {
    "markdown": as_markdown,
    "dot": as_dot,
    "dmn": as_dmn,
    "dmn13": lambda pack: as_dmn(pack, "1.3"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("pack", ["mini", "dorp"])
def test_each_form_is_printed_or_written(cli: Cli, engines, form: str, pack: str) -> None:
    wanted = FORMS[form](engines[pack].pack)
    assert cli("rules", "show", pack, "--format", form, pack=None) == wanted
    out = cli.path / "uit"
    assert cli("rules", "show", "--format", form, "--out", out, pack=pack) == ""
    assert out.read_bytes() == wanted.encode()
    assert [path.name for path in cli.path.iterdir()] == ["uit"]
    assert "weg" in cli("rules", "show", "--format", form, "--out", cli.path / "weg" / "x", status=2)


def test_the_help_names_every_form(cli: Cli) -> None:
    told = cli("rules", "show", "--help", pack=None)
    assert all(form in told for form in FORMS)
    err = cli("rules", "show", "--format", "xml", status=2)
    assert err == "--format kent deze waarde niet; toegestaan: markdown, dot, dmn, dmn13\n"


def test_a_pack_that_does_not_fit_is_one_sentence_and_no_file(cli: Cli, renamed) -> None:
    cli.rules = renamed("gebeld", "then").path
    out = cli.path / "x.dmn"
    err = cli("rules", "show", "--format", "dmn", "--out", out, status=2)
    assert err.startswith("pakket mini past niet in DMN: then is een woord van FEEL zelf; toegestaan is ")
    assert err.count("\n") == 1
    assert not out.exists()
