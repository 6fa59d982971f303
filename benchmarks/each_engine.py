"""What each engine that runs in Gavel's own process costs: its start, its memory, a text.

    python -m benchmarks.each_engine [ENGINE …]

Each is measured in an interpreter of its own, which has loaded what all engines share. A text is
judged alone, with all the folding it needs, as if no other engine had looked at it. Images and
videos have `python -m benchmarks.images`; providers cost what their models cost.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from common.domain.activity import Lately
from common.domain.content import Content
from common.engines.config import EngineConfig
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.registry import ENGINES
from common.text.folding import fold
from common.text.obfuscation import readings

if TYPE_CHECKING:
    from common.engines.block_list.lists import BlockListSpec
    from common.engines.semantic.spec import FilterSpec

DATA = Path(__file__).parent / "data"
CHARACTERS = 150
CONFIGS: Mapping[str, dict[str, Any]] = {
    "block_list": {"rules": [{"name": "words", "action": "flag"}]},
    "automod_platform_circumvention": {},
    "automod_semantic_filters": {
        "rules": [{"name": "drug_sale", "threshold": 0.5, "action": "flag"}]
    },
    "velocity_filter": {
        "rules": [{"action": "flag", "fast_spam_threshold": 90, "fast_spam_ttl": 60}]
    },
    "flood": {"identical": {"threshold": 90}, "similar": {"threshold": 90}},
    "automod_toxicity": {},
    "ai_text": {},
}
"""What a policy says to turn each on; limits that no benchmark reaches."""
MEASURED = tuple(name for name in CONFIGS if name in ENGINES)
_TEXTS, _REPEATS = 200, 5
_WORDS = 20_000
_SENTENCE = 38
_MOMENT = 10**18


def texts(count: int, seed: int = 1) -> list[str]:
    """Ordinary sentences, three or four together, to 150 characters; no two are alike."""
    rng, lines = random.Random(seed), (DATA / "semantic_harmless.txt").read_text().splitlines()
    long = [line for line in lines if len(line) >= _SENTENCE]
    return [". ".join(rng.sample(long, 4))[:CHARACTERS] for _ in range(count)]


def terms(count: int = _WORDS) -> list[str]:
    return [f"zq{number}term" for number in range(count)]


@cache
def phrases(filter: str) -> list[str]:
    text = (DATA / "semantic" / f"{filter}.txt").read_text("utf-8")
    return text.partition("# phrases\n")[2].partition("# ")[0].splitlines()


class _Lists:
    revision = ""
    ruled = ()

    def find(self, name: str, team: str = "") -> BlockListSpec:
        from common.engines.block_list.lists import BlockListSpec

        del team
        return BlockListSpec(name, terms())

    def of_team(self, team: str) -> _Lists:
        del team
        return self


class _Filters:
    revision = ""

    def find(self, name: str) -> FilterSpec:
        from common.engines.semantic.spec import FilterSpec

        return FilterSpec(name, phrases(name))

    def of_team(self, team: str) -> _Filters:
        del team
        return self


def measure(name: str) -> dict[str, float]:
    """Milliseconds until the first text is judged, MiB that stay, milliseconds a text."""
    engine = ENGINES[name]
    resources = Resources(_Lists(), filters=_Filters()).of(engine)
    contents = [[Content((text,)) for text in texts(_TEXTS)] for _ in range(_REPEATS)]
    EngineConfig.model_validate({})
    readings(fold("hello"))
    before, started = _mib(), time.perf_counter()
    module = engine.load()
    config = module.Config.model_validate(CONFIGS[name])
    classify = module.prepare(config, resources)
    _judge(classify, Content(("hello there, how are you today?",)), config)
    cold, memory = time.perf_counter() - started, _mib() - before
    took = []
    for each in contents:
        for content in each:
            began = time.perf_counter()
            _judge(classify, content, config)
            took.append(time.perf_counter() - began)
    return {
        "ms": round(median(took) * 1e3, 3),
        "cold_ms": round(cold * 1e3, 1),
        "mib": round(memory, 1),
    }


def _judge(classify: Classifier, content: Content, config: Any) -> None:
    facts = CreatorFacts("DE", activity=_lately(content, config))
    try:
        classify(content, facts).send(None)
    except StopIteration:
        return
    raise RuntimeError("an engine of Gavel's own waits for nothing")


def _lately(content: Content, config: Any) -> Lately | None:
    """As if the author had posted nothing lately; only counting engines have limits."""
    if not hasattr(config, "limits"):
        return None
    from common.engines.floods.recording import new_post, past_of, seen

    post = new_post(seen(content, list(config.limits())), "entity", "", None, _MOMENT)
    return Lately(post, past_of(post, None, None))


def _mib() -> float:
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


def apart(name: str, rounds: int = 3) -> dict[str, float]:
    """Medians of some interpreters."""
    command = [sys.executable, "-m", "benchmarks.each_engine", "--one", name]
    root = Path(__file__).parent.parent
    found = [
        json.loads(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)
        for _ in range(rounds)
    ]
    return {figure: median(each[figure] for each in found) for figure in found[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *MEASURED], metavar="ENGINE")
    parser.add_argument("--one", choices=MEASURED, help="here, in this interpreter")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    print(json.dumps({name: apart(name) for name in options.names or MEASURED}, indent=1))


if __name__ == "__main__":
    main()
