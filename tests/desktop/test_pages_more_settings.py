"""The settings page in the real window: kept at once, applied at once, and single letters that really go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from routewijzer import settings
from routewijzer.desktop.widgets.answers import AnswerButton
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.tags import KeyCap

TAB, SPACE, DOWN, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def page(open_window):
    """Open the settings page."""

    def opened(**kwargs):
        window = open_window(**kwargs)
        window.bridge.show("instellingen")
        return window.page()

    return opened


def texts(root):
    QApplication.processEvents()  # what was added is shown by a posted request
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def test_every_setting_is_reached_by_tab_in_the_order_of_the_page(page, press):
    shown = page()
    seen = []
    for _ in shown.fields:
        seen.append(QApplication.focusWidget())
        press(TAB)
    assert seen == list(shown.fields.values())
    assert all(field.accessibleName() for field in seen)


def test_colours_change_at_once_and_the_focus_stays(page, press, tmp_path):
    window = page().window()
    press(DOWN)
    press(DOWN)
    assert window.theme.mode == "donker"
    assert settings.load(tmp_path).theme == "dark"
    assert QApplication.focusWidget() is window.page().fields["theme"]
    assert window.bridge.session.message == "Bewaard."


def test_text_size_changes_at_once_and_the_focus_stays(page, press, tmp_path):
    window = page().window()
    press(TAB)
    press(Qt.Key.Key_End)
    assert window.theme.scale == 2.0
    assert settings.load(tmp_path).text_scale == 200
    assert QApplication.focusWidget() is window.page().fields["text_scale"]
    assert window.page().fields["text_scale"].currentText() == "200 %"


@pytest.mark.parametrize("place", ["vragen", "vlaggen"])
def test_without_single_letters_no_letter_answers(page, press, tmp_path, place):
    shown = page()
    shown.fields["single_letters"].setFocus()
    press(SPACE)
    assert settings.load(tmp_path).single_letters is False
    bridge = shown.window().bridge
    assert QApplication.focusWidget() is shown.window().page().fields["single_letters"]
    bridge.begin()
    group = next(stop for stop in bridge.session.intake.stops if bool(stop.group) == (place == "vlaggen"))
    bridge.go(group.id)
    shown.window().page().focus_first()
    press("n")
    assert not bridge.session.intake.case.answers
    press(SPACE)
    assert len(bridge.session.intake.case.answers) == 1
    caps = [cap.text() for cap in shown.window().findChildren(KeyCap) if cap.isVisible()]
    assert not {"J", "N", "O"} & set(caps)
    assert all(not button._cap for button in shown.window().page().findChildren(AnswerButton))


def test_with_single_letters_they_answer(page, press):
    bridge = page().window().bridge
    bridge.begin()
    press("n")
    assert list(bridge.session.intake.case.answers.values()) == ["nee"]


def test_letters_that_are_off_stay_off_at_the_next_start(open_window, press, tmp_path):
    settings.save(tmp_path, settings.Settings(single_letters=False))
    window = open_window()
    window.bridge.begin()
    press("n")
    assert not window.bridge.session.intake.case.answers


def test_a_line_is_kept_when_it_is_left_or_entered(page, press, tmp_path):
    shown = page()
    shown.fields["municipality"].setFocus()
    press("Gemeente Alkmaar")
    assert settings.load(tmp_path).municipality == ""
    press(TAB)
    assert settings.load(tmp_path).municipality == "Gemeente Alkmaar"
    press("wijkteam")
    press(ENTER)
    assert settings.load(tmp_path).contact == "wijkteam"


def test_a_line_that_is_still_typed_is_kept_when_the_window_closes_or_the_page_goes(page, press, tmp_path):
    shown = page()
    window = shown.window()
    shown.fields["contact"].setFocus()
    press("een")
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.bridge.session.place == "start"
    assert settings.load(tmp_path).contact == "een"
    window.bridge.show("instellingen")
    shown.fields["contact"].setFocus()
    shown.fields["contact"].setText("twee")
    window.close()
    assert settings.load(tmp_path).contact == "twee"


def test_a_line_takes_no_more_than_the_settings_do(page):
    shown = page()
    shown.fields["contact"].setText("x" * 500)
    assert len(shown.fields["contact"].text()) == settings.LINE_MAX


def test_another_pack_is_loaded_for_new_intakes(page, tmp_path):
    shown = page()
    bridge = shown.window().bridge
    bridge.begin()
    running = bridge.session.intake.pack.id
    bridge.show("instellingen")
    box = shown.fields["pack"]
    box.setCurrentIndex(1 - box.currentIndex())
    chosen = settings.load(tmp_path).pack
    assert chosen != running
    assert bridge.session.engine.pack.id == chosen
    assert bridge.session.intake.pack.id == running


def test_a_pack_that_cannot_be_used_is_not_chosen(page, folder, tmp_path):
    folder.write("kapot/pack.yaml", "id: kapot\n")
    data = tmp_path / "data"
    settings.save(data, settings.Settings(pack="mini"))
    shown = page(rules=folder.path, data=data, loaded=False)
    bridge = shown.window().bridge
    bridge._pack = "mini"
    bridge.load_pack()
    box = shown.fields["pack"]
    box.setCurrentIndex(box.findText("kapot"))
    assert settings.load(data).pack == "mini"
    assert bridge.session.engine.pack.id == "mini"
    assert bridge.session.message.startswith("Dit pakket is niet bruikbaar en is niet gekozen. kapot/")
    assert "\n" not in bridge.session.message
    again = shown.window().page().fields["pack"]
    assert again.currentText() != "kapot"
    assert QApplication.focusWidget() is again


def test_settings_that_cannot_be_kept_are_said_and_not_applied(page, tmp_path):
    shown = page()
    (tmp_path / settings.FILE).mkdir()
    shown.fields["theme"].setCurrentIndex(2)
    window = shown.window()
    assert window.theme.mode == "systeem"
    assert settings.FILE in window.bridge.session.message
    assert window.page().fields["theme"].currentIndex() == 0


def test_a_faulty_file_shows_the_defaults_and_can_be_mended(open_window, tmp_path):
    (tmp_path / settings.FILE).write_text("{", encoding="utf-8")
    window = open_window()
    window.bridge.show("instellingen")
    box = window.page().fields["retention_months"]
    assert box.currentText() == "24 maanden"
    box.setCurrentIndex(0)
    assert settings.load(tmp_path).retention_months == 1


@pytest.mark.parametrize("mode", ["licht", pytest.param("donker", marks=pytest.mark.slow), "contrast"])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (1.0, (1024, 700)), (2.0, (1280, 800))])
def test_nothing_is_clipped(page, assert_nothing_clipped, mode, scale, size):
    window = page(mode=mode, scale=scale, size=size).window()
    assert_nothing_clipped(window)
    assert "Instellingen" in texts(window.page())
