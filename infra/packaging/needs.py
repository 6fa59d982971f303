"""What a function can come to import on a platform, and the requirements that bring it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSES = ("common", "functions")

_BROUGHT_BY = {
    "ahocorasick_rs": "ahocorasick_rs",
    "aiohttp": "aiohttp",
    "botocore": "botocore",
    "cloudevents": "functions-framework",
    "cryptography": "cryptography",
    "functions_framework": "functions-framework",
    "google.api_core": "google-cloud-firestore",
    "google.auth": "google-cloud-firestore",
    "google.auth.transport.requests": "requests",
    "google.cloud.firestore_v1": "google-cloud-firestore",
    "google.cloud.tasks_v2": "google-cloud-tasks",
    "google.oauth2": "google-cloud-firestore",
    "google.pubsub_v1": "google-cloud-pubsub",
    "grpc": "google-cloud-firestore",
    "idna": "idna",
    "jwt": "PyJWT",
    "orjson": "orjson",
    "phonenumbers": "phonenumbers",
    "pydantic": "pydantic",
    "python_multipart": "python-multipart",
    "re2": "google-re2",
    "starlette": "functions-framework",
    "starlette.formparsers": "python-multipart",
    "typing_extensions": "typing_extensions",
    "yarl": "aiohttp",
}
# A module that is named in a text to be imported later: an engine, a route's model.
_NAMED = re.compile(r"(?:common|functions)(?:\.\w+)+(?=:|$)")
_NAME = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Platform:
    """`extra` is the one of pyproject.toml that has its clients, where requirements.txt has not;
    `server` is what runs a function there. Modules whose names begin as in `others` are for other
    platforms: not looked into.
    """

    extra: str | None
    server: tuple[str, ...]
    others: tuple[str, ...]

    def requirements_of(self, function: str) -> list[str]:
        """Lines of requirements.txt and of the extra, in their order."""
        needed = {_requirement(module) for module in self.foreign_modules(function)}
        lines = _lines(self.extra)
        if missing := (needed := needed | {*self.server}) - lines.keys():
            raise LookupError(f"{function}: neither in requirements.txt nor in an extra: {missing}")
        return [line for name, line in lines.items() if name in needed]

    def foreign_modules(self, function: str) -> set[str]:
        """From other distributions, by their full names."""
        own = self.own_modules(function)
        found = {name for path in own.values() for name in _imports(path)}
        house = (*HOUSES, *sys.stdlib_module_names)
        return {name for name in found if name.partition(".")[0] not in house}

    def own_modules(self, function: str) -> dict[str, Path]:
        """All that the function imports, now or later, directly or not, by name."""
        found: dict[str, Path] = {}
        waiting = [_name(path) for path in (ROOT / "functions" / function).rglob("*.py")]
        while waiting:
            name = waiting.pop()
            path = _file(name)
            if name not in found and path is not None and not name.startswith(self.others):
                found[name] = path
                waiting += _imports(path)
        return found


@cache
def _imports(path: Path) -> frozenset[str]:
    return frozenset(_walk(ast.parse(path.read_text("utf-8"))))


def _walk(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield from _named_by(node)
    for child in ast.iter_child_nodes(node):
        yield from _walk(child)


def _named_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=str(module), names=names):
            yield module
            yield from (f"{module}.{alias.name}" for alias in names)
        case ast.Call(args=[ast.Constant(value=str(module))]):
            if ast.unparse(node.func).endswith("import_module"):
                yield module
        case ast.Constant(value=str(text)):
            if found := _NAMED.match(text):
                yield found[0]


def _requirement(module: str) -> str:
    parts = module.split(".")
    for end in range(len(parts), 0, -1):
        if known := _BROUGHT_BY.get(".".join(parts[:end])):
            return known
    raise LookupError(f"it is not known what brings {module}: name it in _BROUGHT_BY")


@cache
def _lines(extra: str | None) -> dict[str, str]:
    """By name, without comments."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    always = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    lines = [*always, *(project["optional-dependencies"][extra] if extra else ())]
    return {found[0]: line for line in lines if (found := _NAME.match(line))}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _file(name: str) -> Path | None:
    if name.partition(".")[0] not in HOUSES:
        return None
    folder = ROOT.joinpath(*name.split("."))
    candidates = (folder.with_suffix(".py"), folder / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)
