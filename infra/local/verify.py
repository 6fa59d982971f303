"""`python -m infra.local.verify`: whether the log is what its signed roots say.

It reads the store that the settings name. With `--proof` it reads nothing but that file.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from common.configuration.context import open_context
from common.moderation.evidence.proofs import problems_of
from common.moderation.evidence.verifying import Verified, verify
from common.settings import Settings, load_settings
from infra.local.complaints import TROUBLE, complain, explained
from infra.local.credentials import FIRST_APP

_SHOWN = 100


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local.verify", description="Verify the log against its roots"
    )
    parser.add_argument("--app", default=FIRST_APP, help=f"whose log ({FIRST_APP})")
    parser.add_argument("--key", default="", help="the public key of the roots (whpk_…)")
    parser.add_argument(
        "--roots", type=Path, help="answers of GET /api/v1/log/roots, or their events, kept before"
    )
    parser.add_argument("--proof", type=Path, help="an answer of GET /api/v1/log/{id}/proof")
    options = parser.parse_args()
    try:
        if options.proof is not None:
            return _prove(options.proof, options.key)
        published = _published(options.roots) if options.roots is not None else {}
        done = asyncio.run(_verify(load_settings(), options.app, published, options.key))
    except (KeyError, TypeError, AttributeError, orjson.JSONDecodeError):
        return complain("the file is not what the API answers")
    except TROUBLE as error:
        return complain(explained(error))
    return _tell(done)


def _prove(path: Path, key: str) -> int:
    proof = orjson.loads(path.read_bytes())
    problems = problems_of(proof, key)
    for problem in problems:
        print(problem)
    if not problems:
        root = proof["root"]
        print(f"The entry {proof['id']} is leaf {proof['index']} of {root['day']}.")
        print(f"The root {root['root']} is signed by {root['key']}.")
    return 1 if problems else 0


def _published(path: Path) -> dict[str, str]:
    """A root a line, a list of them, or an answer with them."""
    data = path.read_bytes()
    try:
        found: Any = [orjson.loads(data)]
    except orjson.JSONDecodeError:
        found = [orjson.loads(line) for line in data.splitlines() if line.strip()]
    return {root["day"]: root["root"] for each in found for root in _roots_in(each)}


def _roots_in(value: Any) -> list[Mapping[str, Any]]:
    if isinstance(value, list):
        return [root for each in value for root in _roots_in(each)]
    if "roots" in value:
        return list(value["roots"])
    return [value.get("log_root", value)]


async def _verify(settings: Settings, app: str, published: Mapping[str, str], key: str) -> Verified:
    context = open_context(settings)
    try:
        return await verify(context.store, app, published, key)
    finally:
        context.close()


def _tell(done: Verified) -> int:
    for finding in done.findings[:_SHOWN]:
        where = "" if finding.leaf is None else f", leaf {finding.leaf}"
        entry = f" ({finding.entry_id})" if finding.entry_id else ""
        print(f"{finding.day}{where}{entry}: {finding.problem}")
    if len(done.findings) > _SHOWN:
        print(f"… and {len(done.findings) - _SHOWN} more")
    went = f", the entries of {done.expired} went in time" if done.expired else ""
    until = f" up to {done.last_day}" if done.last_day else ""
    print(f"{done.days} days{until}, {done.entries} entries{went}: ", end="")
    print(f"{len(done.findings)} findings" if done.findings else "nothing was changed")
    return 1 if done.findings else 0


if __name__ == "__main__":
    sys.exit(main())
