from __future__ import annotations

import subprocess
import sys

import pytest

from common.engines.registry import ENGINES

HEAVY = {"ahocorasick_rs", "re2", "phonenumbers", "numpy", "common.text.folding_table"}


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_loads(name: str) -> None:
    assert callable(ENGINES[name].load())


def test_engines_are_imported_on_use_and_libraries_on_need() -> None:
    script = (
        "import sys\n"
        "from common.engines.registry import ENGINES\n"
        "print('common.engines.block_list.engine' in sys.modules)\n"
        "from common.engines.block_list.engine import BlockListSpec\n"
        "from common.engines.content import Content\n"
        "content = Content(('call me at five, you sc4m',))\n"
        "ENGINES['block_list'].load()([BlockListSpec('l', ['scam'])])(content)\n"
        "ENGINES['automod_platform_circumvention'].load()()(content)\n"
        "print(sorted(set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    first, modules = done.stdout.splitlines()
    assert first == "False"
    assert not [name for name in HEAVY if f"'{name}'" in modules]
