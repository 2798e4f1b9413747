"""`rules check`: what should be looked at again is a line each, whole in `--json`, and no fault."""

from __future__ import annotations

import json

import pytest
from cli import Cli

from routewijzer.commands.rules_check import SHOWN

WORDS = {
    "older": "langer dan een jaar geleden nagekeken",
    "never": "nooit naast de bron gelegd",
    "confirm": "nagekeken, maar nog te bevestigen",
}


def test_a_line_names_some_and_json_all(cli: Cli) -> None:
    told = cli("rules", "check", "mini").splitlines()
    (result,) = json.loads(cli("rules", "check", "mini", "--json"))
    lists = result["freshness"]
    assert result["passed"]
    assert len(lists["never"]) > SHOWN
    assert {"kind": "fact", "id": "gevaar", "gecontroleerd_op": None, "controle_nodig": False} in lists[
        "never"
    ]
    for name, words in WORDS.items():
        lines = [line for line in told if words in line]
        assert len(lines) == bool(lists[name])
        for line in lines:
            assert line.startswith(f"mini 1.0: {len(lists[name])} {words}: ")
            assert line.count(",") - words.count(",") == min(len(lists[name]), SHOWN) - 1
            assert line.endswith(f" en nog {len(lists[name]) - SHOWN}") is (len(lists[name]) > SHOWN)


def test_a_child_tells_its_own(cli: Cli) -> None:
    parent, child = json.loads(cli("rules", "check", "dorp", "--json"))
    own = {(item["kind"], item["id"]) for name in WORDS for item in child["freshness"][name]}
    assert own
    assert not own & {(item["kind"], item["id"]) for name in WORDS for item in parent["freshness"][name]}


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_kind_has_a_word(cli: Cli, name: str) -> None:
    (result,) = json.loads(cli("rules", "check", "mini", "--json"))
    told = cli("rules", "check", "mini")
    for item in result["freshness"][name][:SHOWN]:
        assert f" {item['id']}" in told
