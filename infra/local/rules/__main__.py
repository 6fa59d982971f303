"""`python -m infra.local.rules`: rules as a file, checked without a server or brought to one."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from infra.local.rules.checking import problems
from infra.local.rules.server import Refusal, Server

WRONG, UNUSABLE = 1, 2


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except Refusal as error:
        print(error, file=sys.stderr)
        return WRONG
    except OSError as error:
        print(f"{getattr(error, 'filename', None) or asked.url}: {error}", file=sys.stderr)
        return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.local.rules", description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080", help="of the server")
    parser.add_argument("--token", default=os.environ.get("GAVEL_API_TOKEN", ""), help="API token")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="what is wrong with a file; needs no server")
    check.add_argument("file", type=Path)
    check.set_defaults(run=_check)
    export = commands.add_parser("export", help="writes the app's rules to a file")
    export.add_argument("file", type=Path)
    export.set_defaults(run=_export)
    for name, help in (("diff", "what an import would change"), ("import", "brings a file in")):
        command = commands.add_parser(name, help=help)
        command.add_argument("file", type=Path)
        command.add_argument("--delete-missing", action="store_true")
        command.add_argument("--user", help="who does it")
        command.add_argument("--reason", help="why")
        command.set_defaults(run=_import, is_dry=name == "diff")
    return parser


def _check(asked: argparse.Namespace) -> int:
    found = problems(asked.file)
    for problem in found:
        print(f"{asked.file}: {problem}")
    return WRONG if found else 0


def _export(asked: argparse.Namespace) -> int:
    exported = Server(asked.url, asked.token).get("/api/v1/rules/export")
    text = json.dumps(exported, indent=2, ensure_ascii=False)
    asked.file.write_text(f"{text}\n", "utf-8")
    return 0


def _import(asked: argparse.Namespace) -> int:
    if _check(asked):
        return WRONG
    body: dict[str, Any] = json.loads(asked.file.read_text("utf-8"))
    body |= {"dry_run": asked.is_dry, "delete_missing": asked.delete_missing}
    body |= {"user_id": asked.user} if asked.user else {}
    body |= {"reason": asked.reason} if asked.reason else {}
    answer = Server(asked.url, asked.token).post("/api/v1/rules/import", body)
    for each in answer["created"]:
        print(f"+ {each['rule_id']}")
    for each in answer["changed"]:
        print(f"~ {each['rule_id']}: {'; '.join(each['changes'])}")
    for id in answer["deleted"]:
        print(f"- {id}")
    print(f"{answer['unchanged']} unchanged")
    return 0


if __name__ == "__main__":
    sys.exit(main())
