"""Reads a folder of Terraform without Terraform: as much of its language as infra/gcp uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson
from hcl2 import api as hcl2

_FOR = re.compile(r"\{for (\w+) ?, (\w+) in (.+) : (.+?) => (.+?)(?: if (.+))?\}", re.DOTALL)
_CHOICE = re.compile(r"([^?{}]+?) \? (.+) : (.+)", re.DOTALL)
_META = ("for_each", "depends_on", "lifecycle", "dynamic")
# What Google makes of a resource; everything else is found in the resource itself.
_MADE = {
    ("google_cloud_tasks_queue", "id"): "projects/{project}/locations/{location}/queues/{name}",
    ("google_pubsub_topic", "id"): "projects/{project}/topics/{name}",
    ("google_service_account", "id"): "projects/{project}/serviceAccounts/{email}",
    ("google_service_account", "email"): "{account_id}@{project}.iam.gserviceaccount.com",
    ("google_service_account", "member"): "serviceAccount:{email}",
    ("google_project", "number"): "123456789012",
}


class Terraform:
    """`variables` are those that have no default."""

    def __init__(self, folder: Path, **variables: Any) -> None:
        self.resources: dict[str, dict[str, dict[str, Any]]] = {}
        self.variables: dict[str, dict[str, Any]] = {}
        self.locals: dict[str, Any] = {}
        for path in sorted(folder.glob("*.tf")):
            self._add(_parsed(path))
        self.values = {
            **{name: body.get("default") for name, body in self.variables.items()},
            **_assigned(folder),
            **variables,
        }

    def _add(self, content: dict[str, Any]) -> None:
        for kind in ("resource", "data"):
            for block in content.get(kind, []):
                for type_, named in block.items():
                    self.resources.setdefault(type_, {}).update(named)
        for block in content.get("variable", []):
            self.variables.update(block)
        for block in content.get("locals", []):
            self.locals.update(block)

    def instances(self, type_: str, name: str) -> dict[str, dict[str, Any]]:
        """Of a resource with for_each, by key, with everything evaluated."""
        each = self.value(self.resources[type_][name]["for_each"])
        return {key: self.instance(type_, name, key) for key in each}

    def instance(self, type_: str, name: str, key: str | None = None) -> dict[str, Any]:
        body = self.resources[type_][name]
        return self._body(body, self._each(body, key))

    def local(self, name: str) -> Any:
        return self.value(self.locals[name])

    def value(self, found: Any, **scope: Any) -> Any:
        if isinstance(found, dict):
            return {key: self.value(each, **scope) for key, each in found.items()}
        if isinstance(found, list):
            return [self.value(each, **scope) for each in found]
        return self._text(found, scope) if isinstance(found, str) else found

    def attribute(self, type_: str, name: str, key: str | None, attribute: str) -> str:
        body = self.resources[type_][name]
        if attribute in body:
            return str(self.value(body[attribute], **self._each(body, key)))
        made = _MADE.get((type_, attribute))
        if made is None:
            return f"{type_}.{name}.{attribute}"
        fields = {"project": self.values["project"], "number": "123456789012"}
        for field in re.findall(r"\{(\w+)\}", made):
            fields.setdefault(field, self.attribute(type_, name, key, field))
        return made.format(**fields)

    def _each(self, body: dict[str, Any], key: str | None) -> dict[str, Any]:
        if key is None:
            return {}
        values = self.value(body["for_each"])
        value = values[key] if isinstance(values, dict) else key
        return {"each": _Names({"key": key, "value": _named(value)})}

    def _body(self, body: dict[str, Any], scope: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in body.items():
            if name not in _META:
                found[name] = self._block(value, scope)
        for block in body.get("dynamic", []):
            for name, dynamic in block.items():
                found[name] = [*found.get(name, ()), *self._dynamic(name, dynamic, scope)]
        return found

    def _block(self, value: Any, scope: dict[str, Any]) -> Any:
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
            return self._body(value[0], scope)
        return self.value(value, **scope)

    def _dynamic(
        self, name: str, body: dict[str, Any], scope: dict[str, Any]
    ) -> Iterator[dict[str, Any]]:
        for key, value in self.value(body["for_each"], **scope).items():
            iterator = _Names({"key": key, "value": _named(value)})
            yield self._body(body["content"][0], {**scope, name: iterator})

    def _text(self, text: str, scope: dict[str, Any]) -> Any:
        parts = list(_interpolations(text))
        if len(parts) == 1 and parts[0][0]:
            return self._expression(parts[0][1], scope)
        return "".join(
            str(self._expression(part, scope)) if inner else part for inner, part in parts
        )

    def _expression(self, text: str, scope: dict[str, Any]) -> Any:
        if found := _FOR.fullmatch(text):
            return dict(self._for(found, scope))
        if found := _CHOICE.fullmatch(text):
            chosen = found[2] if self._expression(found[1], scope) else found[3]
            return self._expression(chosen, scope)
        return self.value(eval(text, {"__builtins__": {}}, _Scope(self, scope)), **scope)

    def _for(self, found: re.Match[str], scope: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        for key, value in self._expression(found[3], scope).items():
            inner = {**scope, found[1]: key, found[2]: _named(value)}
            if found[6] is None or self._expression(found[6], inner):
                yield self._expression(found[4], inner), self._expression(found[5], inner)


class _Scope(dict[str, Any]):
    """What an expression finds under a name."""

    _FUNCTIONS: Mapping[str, Any] = {
        "base64encode": lambda text: f"base64({text})",
        "coalesce": lambda *values: next(value for value in values if value),
        "filesha256": lambda _: "0" * 64,
        "format": lambda pattern, *values: pattern % values,
        "lookup": lambda mapping, key, default: mapping.get(key, default),
        "merge": lambda *mappings: {k: v for each in mappings for k, v in each.items()},
        "replace": lambda text, old, new: text.replace(old, new),
        "toset": lambda values: dict.fromkeys(values),
        "true": True,
        "false": False,
        "null": None,
    }

    def __init__(self, terraform: Terraform, scope: dict[str, Any]) -> None:
        super().__init__({**self._FUNCTIONS, **scope, "var": _named(terraform.values)})
        self._terraform = terraform

    def __missing__(self, name: str) -> Any:
        if name == "local":
            return _Locals(self._terraform)
        return _Reference(self._terraform, () if name == "data" else (name,))


class _Locals:
    def __init__(self, terraform: Terraform) -> None:
        self._terraform = terraform

    def __getattr__(self, name: str) -> Any:
        return _named(self._terraform.local(name))


class _Reference:
    """`google_x.name.attribute` or `google_x.name["key"].attribute`, as far as it is read."""

    def __init__(self, terraform: Terraform, path: tuple[str, ...], key: str | None = None) -> None:
        self._terraform, self._path, self._key = terraform, path, key

    def __getitem__(self, key: str) -> _Reference:
        return _Reference(self._terraform, self._path, key)

    def __getattr__(self, name: str) -> Any:
        if len(self._path) < 2 and self._path != ("path",):
            return _Reference(self._terraform, (*self._path, name))
        if self._path == ("path",):
            return f"path.{name}"
        kind, reference = self._path
        return self._terraform.attribute(kind, reference, self._key, name)


class _Names(dict[str, Any]):
    def __getattr__(self, name: str) -> Any:
        return self[name]


def _named(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return _Names({key: _named(each) for key, each in value.items()})


def _interpolations(text: str) -> Iterator[tuple[bool, str]]:
    """Whether a part stood in `${…}`, and the part."""
    start = text.find("${")
    if start < 0:
        yield False, text
        return
    end, depth = start + 2, 1
    while depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    if start:
        yield False, text[:start]
    yield True, text[start + 2 : end - 1]
    if end < len(text):
        yield from _interpolations(text[end:])


def _parsed(path: Path) -> dict[str, Any]:
    with path.open() as file:
        content: dict[str, Any] = hcl2.load(file)
    return content


def _assigned(folder: Path) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for path in folder.glob("*.auto.tfvars"):
        values |= _parsed(path)
    for path in folder.glob("*.auto.tfvars.json"):
        values |= orjson.loads(path.read_bytes())
    return values
