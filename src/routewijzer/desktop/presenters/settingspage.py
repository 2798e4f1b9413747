"""The settings page: what there is to choose, and what was chosen."""

from __future__ import annotations

from pathlib import Path

from routewijzer import text
from routewijzer.desktop.presenters.morepageviews import Choice, ChoiceView, LineView, SettingsView
from routewijzer.desktop.session import Session
from routewijzer.rules.folders import available
from routewijzer.rules.yamlfile import Map, read
from routewijzer.settings import THEMES, Settings

SCALES = (100, 110, 125, 150, 175, 200)
MONTHS = range(1, 61)


def view(session: Session, chosen: Settings, field: str) -> SettingsView:
    """Return the page.

    Args:
        session: of this window.
        chosen: the settings as they are kept.
        field: the setting that was changed last, or "".
    """
    words = text.load().settingspage
    scales = sorted({*SCALES, chosen.text_scale})
    return SettingsView(
        title=words.title,
        lead=words.lead,
        look=words.look,
        theme=ChoiceView(words.theme, "", tuple(zip(THEMES, words.themes, strict=True)), chosen.theme),
        scale=ChoiceView(
            words.scale,
            words.scale_help,
            tuple((str(item), words.scale_item.format(percent=item)) for item in scales),
            str(chosen.text_scale),
        ),
        keys=words.keys,
        letters_label=words.letters,
        letters_help=words.letters_help,
        letters=chosen.single_letters,
        print_title=words.print_title,
        print_help=words.print_help,
        municipality=LineView(words.municipality, words.municipality_hint, chosen.municipality),
        contact=LineView(words.contact, words.contact_hint, chosen.contact),
        rules=words.rules,
        pack=ChoiceView(words.pack, words.pack_help, _packs(session.rules, chosen.pack), chosen.pack),
        log=words.log,
        retention=ChoiceView(
            words.retention,
            words.retention_help,
            tuple((str(item), _months(item)) for item in MONTHS),
            str(chosen.retention_months),
        ),
        field=field,
    )


def _months(count: int) -> str:
    words = text.load().settingspage
    return words.month if count == 1 else words.months.format(count=count)


def _packs(rules: Path, chosen: str) -> tuple[Choice, ...]:
    """Return the packs there are by name; the chosen one too where it is not there any more."""
    ids = available(rules)
    return tuple((name, _name(rules, name)) for name in (*ids, *({chosen} - set(ids))))


def _name(rules: Path, pack: str) -> str:
    """Return a pack's own name; its id where the head of the pack cannot be read."""
    path = rules / pack / "pack.yaml"
    heads = read(path, path.name, []) if path.is_file() else []
    name = heads[0].get("naam") if len(heads) == 1 and isinstance(heads[0], Map) else None
    return name if isinstance(name, str) else pack
