"""From a folder of YAML to one resolved pack; every fault of the pack at once.

A local pack (`extends`) adds parts and adds rows to COLLECT tables. It changes and drops nothing. An older
version of it names the versions of its parents, so that it stays as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from routewijzer import text
from routewijzer.rules import claimcheck, digest, folders, references
from routewijzer.rules.base import Part
from routewijzer.rules.claims import Begrip, Bewaakt, Eigenschap, Veiligheid
from routewijzer.rules.folders import available
from routewijzer.rules.model import (
    Actie,
    Besluit,
    Decision,
    Fact,
    Group,
    Outcomes,
    Provider,
    Reden,
    Route,
    RulePack,
    Source,
    Step,
    Tegenstrijdigheid,
    Urgentie,
)
from routewijzer.rules.parts import build, line_of, show
from routewijzer.rules.stories import Check, Term, WorkedCase
from routewijzer.rules.yamlfile import Fault, Map, Seq, read

P = TypeVar("P", bound=Part)

Files = dict[str, dict[str, type[Part]]]
"""File names, the lists in each and what stands in a list."""

FILES: Files = {
    "sources.yaml": {"sources": Source},
    "facts.yaml": {"groups": Group, "facts": Fact},
    "steps.yaml": {"redenen": Reden, "steps": Step},
    "outcomes.yaml": {
        "besluit": Besluit,
        "urgentie": Urgentie,
        "acties": Actie,
        "tegenstrijdig": Tegenstrijdigheid,
    },
    "routes.yaml": {"providers": Provider, "routes": Route},
    "eigenschappen.yaml": {
        "veiligheid": Veiligheid,
        "bewaakt": Bewaakt,
        "begrippen": Begrip,
        "eigenschappen": Eigenschap,
    },
}
"""The files of a pack that shape the advice or what is proved of it, the lists in each and what they hold."""

OPTIONAL = ("eigenschappen.yaml",)
"""A pack without these loads; lint has something to say of it."""
OTHER = (folders.HEAD, "glossary.yaml", "kennis.yaml", "cijfers.yaml", "proof.json")
FOLDERS = ("decisions", "cases", "checks", folders.OLDER)
HEAD = ("id", "version", "naam", "valid_from", "valid_until", "extends", "region", "maintainer")


class PackError(Exception):
    """A pack that cannot be used, with every fault found in it."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep the faults, in the order of files and lines."""
        self.faults = sorted(faults, key=lambda fault: (fault.file, fault.line))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class _Draft:
    """A pack while it is put together: parts by list name, parent's parts first."""

    faults: list[Fault] = field(default_factory=list)
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, part: Any, file: str, line: int) -> None:
        """Add one part under its id; a second one of that id is a fault."""
        key = f"{name}:{part.id}"
        if key in self.where:
            words = text.load().faults.double_id
            self.faults.append(Fault(file, line, words.format(id=part.id, first=self.where[key])))
            return
        self.where[key] = f"{file}:{line}"
        self.parts.setdefault(name, {})[str(part.id)] = part

    def all(self, name: str) -> list[Any]:
        """Return the parts of one list."""
        return list(self.parts.get(name, {}).values())


def load_pack(rules: Path, pack: str, version: str | None = None) -> RulePack:
    """Return a pack with its parents resolved.

    Args:
        rules: the folder of packs.
        pack: the pack's id, the name of its folder.
        version: one of its versions; None is the current one.

    Raises:
        PackError: with every fault, where the pack or a parent cannot be used.
    """
    draft = _Draft()
    head = _gather(rules, pack, version, _Asker(str(rules)), draft)
    if draft.faults or head is None:
        raise PackError(draft.faults)
    made = _resolve(head, draft)
    faults = references.check(made) or claimcheck.check(made)
    if faults:
        raise PackError(faults)
    return made.model_copy(update=digest.of(made))


def load_glossary(rules: Path, pack: RulePack) -> tuple[Term, ...]:
    """Return the glossary of a pack and its parents, in alphabetical order of the terms.

    Raises:
        PackError: with every fault in the glossary files.
    """
    found, _ = load_lists(rules, pack, {"glossary.yaml": {"terms": Term}})
    return tuple(sorted(found["terms"], key=lambda term: str(term.term).casefold()))


def load_lists(
    rules: Path, pack: RulePack, files: dict[str, dict[str, type[Part]]]
) -> tuple[dict[str, list[Any]], dict[str, str]]:
    """Return lists of parts that lie beside the rules, of a pack and its parents: the parents' parts first.

    Also where each part stands: "terms:femicide" -> "landelijk/glossary.yaml:12".

    Args:
        rules: the folder of packs.
        pack: one that loaded without faults.
        files: by file name the lists in it and what they hold; a file may be missing.

    Raises:
        PackError: with every fault in the files.
    """
    draft = _Draft()
    for folder in dict.fromkeys(_chain(rules, pack)):
        for file, lists in files.items():
            path = folder / file
            if path.is_file():
                _read_lists(path, f"{folders.place(folder)}/{path.name}", lists, draft)
    if draft.faults:
        raise PackError(draft.faults)
    return {name: draft.all(name) for lists in files.values() for name in lists}, draft.where


def _chain(rules: Path, pack: RulePack) -> list[Path]:
    """Return the folders of a pack's parents, of theirs before them, and the pack's own as the last."""
    above = [load_pack(rules, parent, version) for parent, version in pack.parents.items()]
    return [*(folder for parent in above for folder in _chain(rules, parent)), pack.folder]


def load_cases(pack: RulePack) -> tuple[WorkedCase, ...]:
    """Return the worked cases of a pack itself (not of its parents), by file name.

    Raises:
        PackError: with every fault in the case files.
    """
    return tuple(_documents(pack, "cases", WorkedCase))


def load_checks(pack: RulePack) -> tuple[Check, ...]:
    """Return the checks of a pack itself (not of its parents), by file name.

    Raises:
        PackError: with every fault in the check files.
    """
    return tuple(_documents(pack, "checks", Check))


def load_examples(pack: RulePack) -> tuple[WorkedCase | Check, ...]:
    """Return the worked cases and checks of a pack and of the packs that it builds on.

    Their answers are right for the pack too; the advice of a parent's example is that of the parent.

    Raises:
        PackError: with every fault in the files of one pack.
    """
    rules = folders.root(pack.folder)
    above = [load_pack(rules, parent, version) for parent, version in pack.parents.items()]
    found = [one for parent in above for one in load_examples(parent)]
    return (*found, *load_cases(pack), *load_checks(pack))


def _documents(pack: RulePack, folder: str, kind: type[P]) -> list[P]:
    draft = _Draft()
    for path in sorted((pack.folder / folder).glob("*.yaml")):
        name = f"{folders.place(pack.folder)}/{folder}/{path.name}"
        for document in read(path, name, draft.faults):
            made = build(kind, document, name, draft.faults)
            if made is not None:
                draft.add(folder, made, name, line_of(document, ()))
    if draft.faults:
        raise PackError(draft.faults)
    return draft.all(folder)


@dataclass(frozen=True)
class _Asker:
    """Who wants a pack: the file that a fault names, and the packs that led there."""

    file: str
    chain: tuple[str, ...] = ()


def _gather(rules: Path, pack: str, version: str | None, asker: _Asker, draft: _Draft) -> RulePack | None:
    """Read a pack's parents, then the pack itself, into the draft; return its head, parts still empty."""
    words = text.load().faults
    if pack in asker.chain:
        shown = " > ".join((*asker.chain, pack))
        draft.faults.append(Fault(asker.file, 1, words.pack_circle.format(chain=shown)))
        return None
    folder = folders.find(rules, pack, version)
    if folder is None:
        draft.faults.append(_missing(rules, pack, version, asker))
        return None
    name = f"{folders.place(folder)}/{folders.HEAD}"
    known = len(draft.faults)
    heads = read(folder / folders.HEAD, name, draft.faults)
    head = heads[0] if len(heads) == 1 else None
    if not isinstance(head, Map) and len(draft.faults) > known:
        return None
    if not isinstance(head, Map):
        draft.faults.append(Fault(name, 1, words.file_top.format(got=show(head), accepted=", ".join(HEAD))))
        return None
    parents = _parents(rules, head, name, folder, draft)
    made = _check_head(head, name, pack, folder, draft)
    versions = {}
    for parent, asked in parents:
        below = _gather(rules, parent, asked, _Asker(name, (*asker.chain, pack)), draft)
        if below is not None:
            versions[parent] = below.version
    _read_folder(folder, name.rpartition("/")[0], required=not parents, draft=draft)
    return made.model_copy(update={"parents": versions}) if made else None


def _missing(rules: Path, pack: str, version: str | None, asker: _Asker) -> Fault:
    """Return the fault of a pack that is not there, or of a version of it that is not."""
    words, present = text.load().faults, available(rules)
    asked = pack if version is None else f"{pack} {version}"
    if version is not None and pack in present:
        present = [f"{pack} {one}" for one in folders.versions(rules, pack)]
    accepted = ", ".join(present) or words.nothing
    return Fault(asker.file, 1, words.pack_missing.format(pack=asked, accepted=accepted))


def _parents(rules: Path, head: Map, name: str, folder: Path, draft: _Draft) -> list[tuple[str, str | None]]:
    """Return the packs that a head extends, with the version it names; the head keeps their ids alone."""
    found, given = [], head.get("extends")
    if not isinstance(given, Seq):
        return []
    for at, entry in enumerate(given):
        if not isinstance(entry, str):
            continue
        parent, version = folders.split(entry)
        if version is None and folders.is_older(folder):
            listed = ", ".join(f"{parent}@{one}" for one in folders.versions(rules, parent))
            message = text.load().versions.bare.format(got=entry, accepted=listed or f"{parent}@2026.1")
            draft.faults.append(Fault(name, given.lines[at], message))
        given[at] = parent
        found.append((parent, version))
    return found


def _check_head(head: Map, name: str, pack: str, folder: Path, draft: _Draft) -> RulePack | None:
    words = text.load().faults
    for key in head:
        if key not in HEAD:
            message = words.field_unknown.format(where="pack", field=key, accepted=", ".join(HEAD))
            draft.faults.append(Fault(name, head.lines[key], message))
    if head.get("id") != pack:
        message = words.pack_other_id.format(got=head.get("id"), accepted=pack)
        draft.faults.append(Fault(name, head.lines.get("id", head.line), message))
    if folders.is_older(folder) and head.get("version") != folder.name:
        message = text.load().versions.other_number.format(got=head.get("version"), accepted=folder.name)
        draft.faults.append(Fault(name, head.lines.get("version", head.line), message))
    if "extends" in head and not isinstance(head["extends"], list):
        message = words.field_kind.format(
            where="extends", got=show(head["extends"]), accepted=words.kind_list
        )
        draft.faults.append(Fault(name, head.lines["extends"], message))
        head["extends"] = []
    empty: dict[str, Any] = {name: () for name in RulePack.model_fields if name not in HEAD}
    probe = Map(head.line)
    probe.update(
        {key: value for key, value in head.items() if key in HEAD and (key, value) != ("extends", None)}
        | empty
        | {"outcomes": Outcomes(besluit=(), urgentie=(), acties=(), tegenstrijdig=())}
        | {"digest": "", "texts_digest": "", "folder": folder, "where": {}, "parents": {}}
    )
    probe.lines.update({key: head.lines.get(key, head.line) for key in probe})
    made = build(RulePack, probe, name, draft.faults)
    if made and made.valid_until and made.valid_until < made.valid_from:
        message = words.pack_dates.format(until=made.valid_until, start=made.valid_from)
        draft.faults.append(Fault(name, head.lines["valid_until"], message))
    return made


def _read_folder(folder: Path, name: str, *, required: bool, draft: _Draft) -> None:
    words = text.load().faults
    inside = FOLDERS[: -1 if folders.is_older(folder) else None]  # no versions below a version
    accepted = [*OTHER[:1], *FILES, *OTHER[1:], *(f"{one}/" for one in inside)]
    for path in sorted(folder.iterdir()):
        if path.name not in (inside if path.is_dir() else (*FILES, *OTHER)):
            message = words.file_unknown.format(accepted=", ".join(accepted))
            draft.faults.append(Fault(f"{name}/{path.name}", 1, message))
    for path in sorted(path for one in ("decisions", "cases", "checks") for path in (folder / one).glob("*")):
        if path.suffix != ".yaml":  # else a table under another name would be left out in silence
            place = f"{name}/{path.parent.name}/{path.name}"
            draft.faults.append(Fault(place, 1, words.file_unknown.format(accepted="*.yaml")))
    for file, lists in FILES.items():
        if (required and file not in OPTIONAL) or (folder / file).exists():
            _read_lists(folder / file, f"{name}/{file}", lists, draft)
    for path in sorted((folder / "decisions").glob("*.yaml")):
        _read_decisions(path, f"{name}/decisions/{path.name}", draft)


def _read_lists(path: Path, name: str, lists: dict[str, type[Part]], draft: _Draft) -> None:
    words = text.load().faults
    documents = read(path, name, draft.faults)
    if not documents:
        return
    top = documents[0]
    if len(documents) > 1 or not isinstance(top, Map) or not set(top) <= set(lists):
        got = ", ".join(top) if isinstance(top, Map) else show(top)
        draft.faults.append(Fault(name, 1, words.file_top.format(got=got, accepted=", ".join(lists))))
        return
    for key, items in top.items():
        if not isinstance(items, list):
            message = words.field_kind.format(where=key, got=show(items), accepted=words.kind_list)
            draft.faults.append(Fault(name, top.lines[key], message))
            continue
        for item, line in zip(items, items.lines, strict=True):  # type: ignore[attr-defined]
            part = build(lists[key], item, name, draft.faults, line)
            if part is not None:
                draft.add(key, part, name, line)


def _read_decisions(path: Path, name: str, draft: _Draft) -> None:
    words = text.load().faults
    for document in read(path, name, draft.faults):
        if document is None:
            continue
        made = build(Decision, document, name, draft.faults)
        if made is None:
            continue
        for at, rule in enumerate(made.rules):
            draft.add("rule", rule, name, document["rules"].lines[at])
        if not made.adds_rules:
            draft.add("decision", made, name, line_of(document, ()))
            continue
        below = draft.parts.get("decision", {}).get(made.id)
        if below is None or below.hit_policy != "collect" or made.hit_policy != "collect":
            first = draft.where.get(f"decision:{made.id}", "-")
            line = line_of(document, ("adds_rules",))
            draft.faults.append(Fault(name, line, words.local_changes.format(id=made.id, first=first)))
            continue
        draft.parts["decision"][made.id] = below.model_copy(update={"rules": below.rules + made.rules})


def _resolve(head: RulePack, draft: _Draft) -> RulePack:
    """Put the gathered parts together."""
    return head.model_copy(
        update={
            "sources": tuple(draft.all("sources")),
            "facts": tuple(draft.all("facts")),
            "groups": tuple(draft.all("groups")),
            "steps": tuple(sorted(draft.all("steps"), key=lambda step: int(step.id))),
            "redenen": tuple(draft.all("redenen")),
            "decisions": tuple(draft.all("decision")),
            "outcomes": Outcomes(
                besluit=tuple(draft.all("besluit")),
                urgentie=tuple(draft.all("urgentie")),
                acties=tuple(draft.all("acties")),
                tegenstrijdig=tuple(draft.all("tegenstrijdig")),
            ),
            "providers": tuple(sorted(draft.all("providers"), key=lambda item: int(item.orde))),
            "routes": tuple(sorted(draft.all("routes"), key=lambda item: int(item.orde))),
            "veiligheid": tuple(draft.all("veiligheid")),
            "bewaakt": tuple(draft.all("bewaakt")),
            "begrippen": tuple(draft.all("begrippen")),
            "eigenschappen": tuple(draft.all("eigenschappen")),
            "digest": "",
            "texts_digest": "",
            "where": dict(draft.where),
        }
    )
