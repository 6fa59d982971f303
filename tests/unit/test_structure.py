"""The rules of the house (CONTRIBUTING.md), as far as a program can see them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from common.http.dialects.perspective import DiscoveryDialect
from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, ROUTES, SCHEDULE_FUNCTIONS
from common.moderation.resources.rules import RESERVED

ROOT = Path(__file__).parents[2]
LAYERS = (
    "http",
    "api",
    "moderation",
    "delivery",
    "configuration",
    "views",
    "rules",
    "engines",
    "text",
    "outgoing",
    "domain",
    "store",
    "queue",
    "sqlite",
    "aws",
    "settings",
    "loading",
)
_HOUSES = ("common", "functions", "infra")
_MODULES = sorted(path for house in _HOUSES for path in (ROOT / house).rglob("*.py"))
_MAINS = sorted((ROOT / "functions").glob("*/main.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path, *, at_load_only: bool = False) -> Iterator[str]:
    """The modules of this house that one imports; also those it imports later on."""
    nodes: list[ast.AST] = [ast.parse(path.read_text())]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (_module(node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif not (at_load_only and _is_later(node)):
            nodes += ast.iter_child_nodes(node)


def _module(package: str, name: str) -> str:
    inside = ROOT / package.replace(".", "/") / name
    is_module = inside.with_suffix(".py").exists() or (inside / "__init__.py").exists()
    return f"{package}.{name}" if is_module else package


def _is_later(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _layer(module: str) -> int:
    return LAYERS.index(module.split(".")[1])


def test_everything_in_common_has_a_layer() -> None:
    found = {path.stem for path in (ROOT / "common").iterdir() if path.stem[0] != "_"}
    assert found == set(LAYERS)


def test_imports_go_down_the_list() -> None:
    for path in _MODULES:
        _check_direction(_name(path), _imports(path))


def _check_direction(name: str, imports: Iterable[str]) -> None:
    house = name.split(".")[0]
    for imported in imports:
        top = imported.split(".")[0]
        if top not in (*_HOUSES, "tests", "benchmarks"):
            continue
        if house == "common" and name != "common":
            assert top == "common", f"{name} imports {imported}"
            assert _layer(name) <= _layer(imported), f"{name} imports {imported}, upwards"
        elif house == "functions":
            own = ".".join(name.split(".")[:2])
            assert top == "common" or f"{imported}.".startswith(f"{own}."), f"{name}: {imported}"
        else:
            assert top in ("common", "infra"), f"{name} imports {imported}"


def test_no_imports_in_a_circle() -> None:
    graph = {_name(path): set(_imports(path, at_load_only=True)) for path in _MODULES}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, f"a circle: {' -> '.join((*way, name))}"
        if name not in done:
            for imported in graph.get(name, ()):
                visit(imported, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("layer", LAYERS)
def test_the_rooms_of_a_layer_make_no_circle(layer: str) -> None:
    """A room is a folder of a layer, or a module that stands beside the folders."""
    rooms: dict[str, set[str]] = {}
    for path in _MODULES:
        house, *rest = _name(path).split(".")
        if house == "common" and rest[:1] == [layer] and len(rest) > 1:
            rooms.setdefault(rest[1], set()).update(
                imported.split(".")[2]
                for imported in _imports(path, at_load_only=True)
                if imported.startswith(f"common.{layer}.")
            )
    rooms = {room: imported - {room} for room, imported in rooms.items()}
    while rooms:
        ground = {room for room, imported in rooms.items() if not imported & set(rooms)}
        assert ground, f"a circle among {sorted(rooms)}"
        rooms = {room: imported for room, imported in rooms.items() if room not in ground}


def test_modules_are_short() -> None:
    lines = {_name(path): len(path.read_text().splitlines()) for path in _MODULES}
    assert {name: count for name, count in lines.items() if count > 350} == {}


@pytest.mark.parametrize("path", _MAINS, ids=_name)
def test_functions_are_thin(path: Path) -> None:
    assert 15 <= len(path.read_text().splitlines()) <= 80
    for imported in set(_imports(path)) - {"common.queue.messages"}:
        assert not imported.startswith(("common.store", "common.queue", "common.outgoing"))


def test_every_function_has_a_folder_and_every_folder_a_function() -> None:
    named = {*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS}
    assert {path.parent.name for path in _MAINS} == named
    folders = {path.name for path in (ROOT / "functions").iterdir() if path.name[0] != "_"}
    assert folders == named
    assert {route.function for route in ROUTES} == set(HTTP_FUNCTIONS)


def test_no_rule_is_named_like_a_path_beside_the_rules() -> None:
    """Whatever the method: some gateways tell functions apart by paths alone."""
    paths = (route.path.split("/") for route in ROUTES)
    beside = {parts[-1] for parts in paths if parts[:-1] == ["", "api", "v1", "rules"]}
    assert {each for each in beside if "{" not in each} == RESERVED


def test_routes_are_unique() -> None:
    assert len({(route.method, route.path) for route in ROUTES}) == len(ROUTES)
    for route in ROUTES:
        reads_head = isinstance(route.dialect, DiscoveryDialect)
        assert (route.body is None) or reads_head or route.method in ("POST", "PUT", "PATCH")
