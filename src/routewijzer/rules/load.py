"""From a folder of YAML to one resolved pack; every fault of the pack at once.

A local pack (`extends`) adds parts and adds rows to COLLECT tables. It changes and drops nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from routewijzer import text
from routewijzer.rules import claimcheck, digest, references
from routewijzer.rules.base import Part
from routewijzer.rules.claims import Begrip, Eigenschap, Veiligheid
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
from routewijzer.rules.yamlfile import Fault, Map, read

P = TypeVar("P", bound=Part)

FILES: dict[str, dict[str, type[Part]]] = {
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
    "eigenschappen.yaml": {"veiligheid": Veiligheid, "begrippen": Begrip, "eigenschappen": Eigenschap},
}
"""The files of a pack that shape the advice or what is proved of it, the lists in each and what they hold."""

OPTIONAL = ("eigenschappen.yaml",)
"""A pack without these loads; lint has something to say of it."""
OTHER = ("pack.yaml", "glossary.yaml", "proof.json")
FOLDERS = ("decisions", "cases", "checks", "versions")
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


def available(rules: Path) -> list[str]:
    """Return the ids of the packs in a folder of packs, in alphabetical order."""
    return sorted(path.parent.name for path in rules.glob("*/pack.yaml"))


def load_pack(rules: Path, pack: str, version: str | None = None) -> RulePack:
    """Return a pack with its parents resolved.

    Args:
        rules: the folder of packs.
        pack: the pack's id, the name of its folder.
        version: an older version below `versions/`; None is the current one.

    Raises:
        PackError: with every fault, where the pack or a parent cannot be used.
    """
    draft = _Draft()
    head = _gather(rules, pack, version, (), draft)
    if draft.faults or head is None:
        raise PackError(draft.faults)
    made = _resolve(head, draft, _folder(rules, pack, version))
    faults = references.check(made) or claimcheck.check(made)
    if faults:
        raise PackError(faults)
    return made.model_copy(update=digest.of(made))


def load_glossary(rules: Path, pack: RulePack) -> tuple[Term, ...]:
    """Return the glossary of a pack and its parents, in alphabetical order of the terms.

    Raises:
        PackError: with every fault in the glossary files.
    """
    draft = _Draft()
    for folder in [rules / parent for parent in pack.extends] + [pack.folder]:
        path = folder / "glossary.yaml"
        if path.is_file():
            _read_lists(path, f"{folder.name}/{path.name}", {"terms": Term}, draft)
    if draft.faults:
        raise PackError(draft.faults)
    return tuple(sorted(draft.all("terms"), key=lambda term: str(term.term).casefold()))


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


def _documents(pack: RulePack, folder: str, kind: type[P]) -> list[P]:
    draft = _Draft()
    for path in sorted((pack.folder / folder).glob("*.yaml")):
        name = f"{pack.folder.name}/{folder}/{path.name}"
        for document in read(path, name, draft.faults):
            made = build(kind, document, name, draft.faults)
            if made is not None:
                draft.add(folder, made, name, line_of(document, ()))
    if draft.faults:
        raise PackError(draft.faults)
    return draft.all(folder)


def _folder(rules: Path, pack: str, version: str | None) -> Path:
    return rules / pack if version is None else rules / pack / "versions" / version


def _gather(
    rules: Path, pack: str, version: str | None, chain: tuple[str, ...], draft: _Draft
) -> RulePack | None:
    """Read a pack's parents, then the pack itself, into the draft; return its head, parts still empty."""
    words = text.load().faults
    if pack in chain:
        shown = " > ".join((*chain, pack))
        draft.faults.append(Fault(f"{chain[-1]}/pack.yaml", 1, words.pack_circle.format(chain=shown)))
        return None
    folder = _folder(rules, pack, version)
    present = available(rules)  # a name that is a path ("/etc", "../x") is none of these
    if pack not in present or not (folder / "pack.yaml").is_file():
        accepted = ", ".join(present) or words.nothing
        asked = pack if version is None else f"{pack} {version}"
        place = f"{chain[-1]}/pack.yaml" if chain else str(rules)
        draft.faults.append(Fault(place, 1, words.pack_missing.format(pack=asked, accepted=accepted)))
        return None
    name = folder.relative_to(rules).as_posix() + "/pack.yaml"
    known = len(draft.faults)
    heads = read(folder / "pack.yaml", name, draft.faults)
    head = heads[0] if len(heads) == 1 else None
    if not isinstance(head, Map) and len(draft.faults) > known:
        return None
    if not isinstance(head, Map):
        draft.faults.append(Fault(name, 1, words.file_top.format(got=show(head), accepted=", ".join(HEAD))))
        return None
    made = _check_head(head, name, pack, draft)
    parents = [parent for parent in head.get("extends") or [] if isinstance(parent, str)]
    for parent in parents:
        _gather(rules, parent, None, (*chain, pack), draft)
    _read_folder(folder, name.rpartition("/")[0], required=not parents, draft=draft)
    return made


def _check_head(head: Map, name: str, pack: str, draft: _Draft) -> RulePack | None:
    words = text.load().faults
    for key in head:
        if key not in HEAD:
            message = words.field_unknown.format(where="pack", field=key, accepted=", ".join(HEAD))
            draft.faults.append(Fault(name, head.lines[key], message))
    if head.get("id") != pack:
        message = words.pack_other_id.format(got=head.get("id"), accepted=pack)
        draft.faults.append(Fault(name, head.lines.get("id", head.line), message))
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
        | {"digest": "", "texts_digest": "", "folder": Path(), "where": {}}
    )
    probe.lines.update({key: head.lines.get(key, head.line) for key in probe})
    made = build(RulePack, probe, name, draft.faults)
    if made and made.valid_until and made.valid_until < made.valid_from:
        message = words.pack_dates.format(until=made.valid_until, start=made.valid_from)
        draft.faults.append(Fault(name, head.lines["valid_until"], message))
    return made


def _read_folder(folder: Path, name: str, *, required: bool, draft: _Draft) -> None:
    words = text.load().faults
    accepted = [*OTHER[:1], *FILES, *OTHER[1:], *(f"{one}/" for one in FOLDERS)]
    for path in sorted(folder.iterdir()):
        if path.name not in (FOLDERS if path.is_dir() else (*FILES, *OTHER)):
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


def _resolve(head: RulePack, draft: _Draft, folder: Path) -> RulePack:
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
            "begrippen": tuple(draft.all("begrippen")),
            "eigenschappen": tuple(draft.all("eigenschappen")),
            "digest": "",
            "texts_digest": "",
            "folder": folder,
            "where": dict(draft.where),
        }
    )
