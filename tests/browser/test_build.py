"""What is committed of the page is what its source says, and small."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from common.domain.log import KINDS
from common.http.openapi import describe
from common.moderation.review.decisions.action_types import ACTION_TYPES

_ROOT = Path(__file__).parents[2]
_PAGE = _ROOT / "functions/dashboard/page"
_DIST = _PAGE / "dist"
_TOOLS = _ROOT / "node_modules/.bin"
_MOST_BYTES = 69_600
"""What a moderator's browser ever loads, in whichever language."""
_MOST_OF_ALL = 102_100
"""With what only those load who write rules."""
_RUN_TIME = {"preact"}


def _tool(name: str) -> str:
    path = _TOOLS / name
    if shutil.which("node") is None or not path.exists():
        reason = f"{name} is not installed: make install, with Node.js"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return str(path)


def _run(*command: str) -> None:
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_what_is_committed_was_built_from_the_source(tmp_path: Path) -> None:
    config = str(_PAGE / "vite.config.mts")
    out = str(tmp_path / "dist")
    _run(_tool("vite"), "build", "--config", config, "--outDir", out, "--logLevel", "error")
    built, committed = _files(tmp_path / "dist"), _files(_DIST)
    assert sorted(built) == sorted(committed), "run `make page`"
    assert built == committed, "run `make page`"


def test_the_types_are_those_of_the_api(tmp_path: Path) -> None:
    _tool("openapi-typescript")
    description, target = tmp_path / "openapi.json", tmp_path / "schema.d.ts"
    description.write_text(json.dumps(describe()))
    _run("node", str(_PAGE / "types.mjs"), str(description), str(target))
    assert target.read_text() == (_PAGE / "src/api/schema.d.ts").read_text(), "run `make page`"


def test_the_source_type_checks() -> None:
    _run(_tool("tsc"), "-p", str(_PAGE))


def test_the_page_is_small_and_has_no_script_but_its_own_files() -> None:
    files = _files(_DIST)
    sizes = {name: len(gzip.compress(content, 9)) for name, content in files.items()}
    leading = sum(size for name, size in sizes.items() if "/leading-" in name)
    assert leading > 0
    first = [files[name].decode() for name in files if "/moderating-" in name]
    assert [text for text in first if re.search(r"from ?[\"'`]\./leading", text)] == []
    assert sum(sizes.values()) - leading <= _MOST_BYTES, sizes
    assert sum(sizes.values()) <= _MOST_OF_ALL, sizes
    index = files["index.html"].decode()
    assert "leading-" not in index
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", index) == []


def test_the_page_brings_no_package_but_those_that_were_chosen() -> None:
    imported = {
        name
        for path in (_PAGE / "src").rglob("*.ts*")
        for name in re.findall(r"from \"([^.\"][^\"]*)\"", path.read_text())
    }
    assert {
        "/".join(name.split("/")[: 2 if name[0] == "@" else 1]) for name in imported
    } == _RUN_TIME


def test_the_log_is_filtered_by_every_kind_and_says_it() -> None:
    page = (_PAGE / "src/pages/log/page.tsx").read_text()
    chosen = re.search(r"^const KINDS = \[(.*?)\]", page, re.MULTILINE | re.DOTALL)
    assert chosen and sorted(re.findall(r"\w+", chosen[1])) == sorted(KINDS)
    words = (_PAGE / "src/words/leading/en.ts").read_text()
    assert [kind for kind in KINDS if f'"o.{kind}"' not in words] == []


def test_each_language_has_every_word_and_value() -> None:
    words: dict[str, dict[str, set[str]]] = {}
    for path in (_PAGE / "src/words").rglob("??.ts"):
        found = re.findall(r"^  \"([\w.]+)\":\s+\"(.*)\",$", path.read_text(), re.MULTILINE)
        own = {key: set(re.findall(r"\{\w+\}", text)) for key, text in found}
        words.setdefault(path.stem, {}).update(own)
    assert len(words["en"]) > 250
    for language, each in words.items():
        assert each == words["en"], language


def _source() -> str:
    """All of the page but its words and the types of the API."""
    return "\n".join(
        path.read_text()
        for path in (_PAGE / "src").rglob("*.ts*")
        if "words" not in path.parts and path.name != "schema.d.ts"
    )


def test_each_word_is_said() -> None:
    page = _source()
    api = "\n".join(path.read_text() for path in (_ROOT / "common").rglob("*.py"))
    known = set(re.findall(r"\w+", page + api))
    families = set(re.findall(r"(?:`|said\(\")(\w+)(?:\.\$\{|\")", page))
    english = "".join(path.read_text() for path in (_PAGE / "src/words").rglob("en.ts"))
    unsaid = []
    for key, family, name in re.findall(r"^  \"((\w+)\.([\w.]+))\":", english, re.MULTILINE):
        parts = {name, name.removesuffix("What"), name.removeprefix("group_")}
        if f'"{key}"' not in page and not (family in families and parts & known):
            unsaid.append(key)
    assert unsaid == []


def test_each_style_is_worn() -> None:
    styles = "".join(path.read_text() for path in (_PAGE / "src/styles").glob("*.css"))
    rules = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL))
    names = {re.sub(r"\d$", "", name) for name in re.findall(r"\.([a-z][\w-]*)", "".join(rules))}
    assert sorted(names - set(re.findall(r"[\w-]+", _source()))) == []


def test_the_page_takes_a_decision_back_as_a_batch_is() -> None:
    source = (_PAGE / "src/decisions/kinds.ts").read_text()
    table = re.search(r"const INVERSE.*?= \{(.*?)\n\};", source, re.DOTALL)
    assert table is not None
    found = dict(re.findall(r'(\w+): "(\w+)"', table[1]))
    assert found == {name: each.inverse for name, each in ACTION_TYPES.items() if each.inverse}
