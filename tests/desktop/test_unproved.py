"""A pack without a passed proof of just these rules is not used; the emergency page stays."""

import pytest
from PySide6.QtWidgets import QWidget

from packs import RULES, Folder
from routewijzer.case import Case
from routewijzer.desktop.widgets.label import WrapLabel


def texts(root):
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


@pytest.mark.parametrize("damage", ["missing", "other rules", "damaged"])
def test_rules_without_their_proof_are_not_used(open_window, tmp_path, damage):
    folder = Folder(tmp_path / "rules", RULES)
    if damage == "missing":
        (folder.path / "alkmaar" / "proof.json").unlink()
    elif damage == "damaged":
        folder.write("alkmaar/proof.json", "{")
    else:
        source = folder.path / "alkmaar" / "decisions"
        path = next(one for one in sorted(source.glob("*.yaml")) if "grond: beleid" in one.read_text("utf-8"))
        path.write_text(path.read_text("utf-8").replace("grond: beleid", "grond: norm", 1), "utf-8")
    window = open_window(folder.path, tmp_path / "data")
    (fault,) = window.bridge.session.pack_faults
    assert "De regels van Alkmaar 2026.1 zijn niet bewezen" in fault
    assert fault in texts(window.page())
    assert window.bridge.session.engine is None
    assert not window.page().hero.button.isEnabled()
    window.bridge.show("spoed")
    assert any("112" in one.accessibleName() for one in window.page().findChildren(QWidget))


def test_a_code_under_rules_without_their_proof_is_not_opened(open_window, tmp_path):
    folder = Folder(tmp_path / "rules", RULES)
    window = open_window(folder.path, tmp_path / "data")
    code = window.bridge.session.engine.codec.encode(Case.empty("alkmaar").answer("direct_gevaar", "ja"))
    (folder.path / "alkmaar" / "proof.json").unlink()
    window.bridge.open_code(code)
    assert window.bridge.session.intake is None
    assert "zijn niet bewezen" in window.bridge.session.message
