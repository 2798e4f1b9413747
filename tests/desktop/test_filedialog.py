"""Saving a file leaves nothing about it but the file: Qt's own record of folders is as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from routewijzer.desktop.filedialog import ask_path

app = QApplication([])
window = QWidget()
page = QWidget(window)
window.show()
folder, typed, kind, end = sys.argv[1:]

def answer():
    (dialog,) = app.topLevelWidgets() and [w for w in app.topLevelWidgets() if isinstance(w, QFileDialog)]
    dialog.setDirectory(folder)
    if kind:
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)  # as the box does when a worker chooses
    dialog.selectFile(typed)
    getattr(dialog, end)()

QTimer.singleShot(0, answer)
print(ask_path(page, "Bewaar", "logboek.csv", "CSV (*.csv);;JSON (*.json)"))
assert not [w for w in app.topLevelWidgets() if isinstance(w, QFileDialog)]
"""
KEPT = "[FileDialog]\nhistory=file:///elders\nlastVisited=file:///elders\n\n[Qt]\nfilename=x\n"


def save(home, folder, typed="Familie X", kind="", end="accept"):
    env = {
        **os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    call = [sys.executable, "-c", SAVE, str(folder), typed, kind, end]
    done = subprocess.run(call, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def home(tmp_path):
    (tmp_path / "thuis" / "config").mkdir(parents=True)
    return tmp_path / "thuis"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "Dossier Jansen").mkdir()
    return tmp_path / "Dossier Jansen"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's record is no file below the home folder")
@pytest.mark.parametrize("end", ["accept", "reject"])
def test_no_file_below_home_names_the_chosen_folder(home, folder, end):
    made = save(home, folder, end=end)
    assert made == (str(folder / "Familie X.csv") if end == "accept" else "None")
    for path in home.rglob("*"):
        assert not path.is_file() or b"Jansen" not in path.read_bytes(), path
        assert not path.is_file() or b"FileDialog" not in path.read_bytes(), path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's record is no file below the home folder")
def test_what_other_programs_keep_is_theirs(home, folder):
    record = home / "config" / "QtProject.conf"
    record.write_text(KEPT, encoding="utf-8")
    save(home, folder)
    assert record.read_text(encoding="utf-8") == KEPT


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("uit", "", "uit.csv"), ("uit", "JSON (*.json)", "uit.json"), ("uit.csv", "JSON (*.json)", "uit.csv"),
        ("uit.json", "", "uit.json"),
    ],
)  # fmt: skip
def test_a_name_without_ending_gets_that_of_the_chosen_kind(home, folder, typed, kind, name):
    assert save(home, folder, typed, kind) == str(folder / Path(name))
