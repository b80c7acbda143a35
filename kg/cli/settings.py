"""Settings: what would be said every time stands in kg.toml, or in pyproject.toml under [tool.kg].

A key at the top is for every command that has it, one in [COMMAND] for this command. What the command line or the
environment says goes before both files, and kg.toml before pyproject.toml.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kg.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILES: Final = (Path("pyproject.toml"), Path("kg.toml"))
"""Where settings stand, in the folder where kg is run; the later goes before the earlier."""
ONTOLOGY: Final = "ontology"
"""The one setting that is no option: the folder that is read in place of the shipped ontology."""
COMMON: Final = (ONTOLOGY, "graph", "out", "collection", "workers", "precision", "who", "width", "quiet", "verbose")
"""What several commands have and may stand at the top: each has its variable, KG_GRAPH and so on."""
_ARGUMENTS: Final = ("graph", "sources")
"""Arguments that may be left out of the command line, and so may be set."""
_ONTOLOGY_SAID: Final = f"{__name__}.{ONTOLOGY}"
_HEAD: Final = {"pyproject.toml": ("tool", "kg")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What one file says, as TOML has it, under the path of the file for who asks where it stands."""

    place: Path
    said: dict[str, Any]

    def section(self, name: str) -> dict[str, Any]:
        """Return what is said of one command."""
        return self.said.get(name) or {}


def variable(key: str) -> str:
    """Return the environment variable that says what a common key says."""
    return f"KG_{key.upper()}"


def keys_of(command: click.Command) -> dict[str, click.Parameter]:
    """Return what can be set of a command, under the names by which it is set: those of the long options."""
    found: dict[str, click.Parameter] = {}
    for parameter in command.params:
        if isinstance(parameter, click.Argument) and parameter.name in _ARGUMENTS:
            found[str(parameter.name)] = parameter
        long = [word.removeprefix("--") for word in parameter.opts if word.startswith("--")]
        if isinstance(parameter, click.Option) and long:
            found[long[0]] = parameter
    return found


def commands_of(ctx: click.Context) -> Iterator[tuple[str, click.Command]]:
    """Yield the commands of the program that a context is of, by name."""
    group = ctx.find_root().command
    for name in group.list_commands(ctx) if isinstance(group, click.Group) else ():
        command = group.get_command(ctx, name) if isinstance(group, click.Group) else None
        if command is not None:
            yield name, command


def read(ctx: click.Context) -> list[Settings]:
    """Return what the files of this folder say, the weaker first.

    Raises SettingsError for a file that is no TOML, a key that no command of the program knows, and a value that its
    command does not take.
    """
    found, root = list(_files()), ctx.find_root()
    if isinstance(root.command, click.Group):
        for settings in found:
            _check(settings, root.command, root)
    return found


def _files() -> Iterator[Settings]:
    import tomllib

    for path in FILES:
        if not path.is_file():
            continue
        try:
            said: Any = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"is no TOML: {error}", place=str(path), remedy="mend this place of it") from error
        for head in _HEAD.get(path.name, ()):
            said = said.get(head) if isinstance(said, dict) else None
        if said:
            yield Settings(path, _table(said, str(path)))


def _check(settings: Settings, group: click.Group, ctx: click.Context) -> None:
    if not isinstance(settings.said.get(ONTOLOGY, ""), str):
        raise SettingsError(
            "names no folder", place=f"{settings.place}: {ONTOLOGY}", remedy='write ontology = "FOLDER"'
        )
    for key, value in settings.said.items():
        command = None if key in COMMON else group.get_command(ctx, key)
        if command is None:
            if key not in COMMON:
                raise _unknown(f"{settings.place}: {key}", key, (*COMMON, *group.list_commands(ctx)))
            continue
        known = keys_of(command)
        for inner, one in _table(value, f"{settings.place}: {key}").items():
            place = f"{settings.place}: [{key}] {inner}"
            if inner not in known:
                raise _unknown(place, inner, known)
            _value(one, known[inner], place)


def defaults(found: Iterable[Settings], name: str, command: click.Command) -> dict[str, object]:
    """Return the values that the files give to a command's parameters, by the names of the parameters."""
    values: dict[str, object] = {}
    out = ""
    for settings in found:
        section = settings.section(name)
        out = str(settings.section("build").get("out") or settings.said.get("out") or out)
        for key, parameter in keys_of(command).items():
            if key in section:
                values[str(parameter.name)] = _value(section[key], parameter, f"{settings.place}: [{name}] {key}")
            elif key in settings.said and parameter.envvar == variable(key):
                values[str(parameter.name)] = _value(settings.said[key], parameter, f"{settings.place}: {key}")
    out = os.environ.get(variable("out")) or out
    asked = keys_of(command).get("graph")
    if out and asked is not None and asked.envvar == variable("graph"):
        # Who says where the graph goes has said where it is.
        values.setdefault("graph", str(Path(out) / "graph.ttl"))
    return values


def settle(ctx: click.Context, name: str, command: click.Command) -> None:
    """Let what the files say hold for a command of the group that `ctx` is of, and for `ontology_said`."""
    if not keys_of(command):
        return
    found = read(ctx)
    ctx.default_map = {**(ctx.default_map or {}), name: defaults(found, name, command)}
    for settings in found:
        if ONTOLOGY in settings.said:
            ctx.meta[_ONTOLOGY_SAID] = settings.said[ONTOLOGY]


def ontology_said() -> str | None:
    """Return the folder that the environment or a file of this folder names in place of the shipped ontology."""
    ctx = click.get_current_context(silent=True)
    said = ctx.meta.get(_ONTOLOGY_SAID) if ctx else None
    return os.environ.get(variable(ONTOLOGY)) or said


def told(found: Iterable[Settings]) -> Iterator[str]:
    """Yield each setting as one line: the file, the key and the value."""
    for settings in found:
        for key, value in settings.said.items():
            inner = value.items() if isinstance(value, dict) else ()
            yield from (f"{settings.place}: [{key}] {one} = {what}" for one, what in inner)
            if not isinstance(value, dict):
                yield f"{settings.place}: {key} = {value}"


def _table(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError("is the name of a command", place=place, remedy="write it as a table: [NAME]")
    return value


def _unknown(place: str, key: str, known: Iterable[str]) -> SettingsError:
    names = list(known)
    # Whoever writes a key as Python has it means the option.
    close = [key.replace("_", "-")] if key.replace("_", "-") in names else get_close_matches(key, names, n=1)
    remedy = f"did you mean {close[0]}?" if close else f"there are {', '.join(names)}"
    return SettingsError("is no setting", place=place, remedy=remedy)


def _value(value: object, parameter: click.Parameter, place: str) -> object:
    """Return a value of TOML as the command line would have it; SettingsError where the parameter does not take it."""
    many = parameter.nargs == -1 or (isinstance(parameter, click.Option) and parameter.multiple)
    if isinstance(value, list) and not many:
        raise SettingsError("takes one value, and no list", place=place)
    words = [_plain(one, parameter, place) for one in (value if isinstance(value, list) else [value])]
    try:
        for word in words:
            parameter.type.convert(word, parameter, None)
    except click.BadParameter as error:
        raise SettingsError(error.message, place=place, remedy="mend it there") from error
    return words if many else words[0]


def _plain(value: object, parameter: click.Parameter, place: str) -> object:
    flag = isinstance(parameter, click.Option) and parameter.is_flag
    if flag != isinstance(value, bool) or isinstance(value, dict):
        takes = "true or false" if flag else "words or a number"
        raise SettingsError(f"takes {takes}, not {value!r}", place=place)
    return value if flag else str(value)
