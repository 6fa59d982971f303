"""Brings an app of Stream's moderation API into Gavel: block lists, policies, rules, queues,
buttons, users and bans.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from infra.local.migrate.app import App, CannotMigrate
from infra.local.migrate.moving import migrate
from infra.local.migrate.progress import Progress

_STREAM = "https://chat.stream-io-api.com"
_KEYS = ("STREAM_API_KEY", "STREAM_API_SECRET")
_OWN_KEYS = ("GAVEL_API_KEY", "GAVEL_API_SECRET")
_CANNOT, _INCOMPLETE = 2, 1


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        progress = Progress(options.state if options.apply else None, options.source)
        _migrate(options, progress)
    except (CannotMigrate, ValueError, OSError) as error:
        print(f"migrate: {error}", file=sys.stderr)
        return _CANNOT
    print(_report(progress, is_applied=options.apply))
    return _INCOMPLETE if progress.notes else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local.migrate",
        description="Bring an app of Stream's into Gavel. Without --apply nothing is written: it "
        "says what there is, and what has no counterpart.",
        epilog=f"The app that is left is named by {' and '.join(_KEYS)}, the one that is entered "
        f"by {' and '.join(_OWN_KEYS)}. The exit status is 1 where something has no counterpart.",
    )
    parser.add_argument("--source", default=_STREAM, help="URL of the app that is left")
    parser.add_argument("--target", default="http://127.0.0.1:8080", help="URL of Gavel")
    parser.add_argument("--apply", action="store_true", help="write into Gavel")
    parser.add_argument(
        "--state",
        type=Path,
        default=Path("gavel-migration.json"),
        help="how far it has come: one that was broken off goes on there",
    )
    return parser.parse_args(arguments)


def _migrate(options: argparse.Namespace, progress: Progress) -> None:
    with closing(App(options.source, *_credentials(_KEYS))) as source:
        if not options.apply:
            migrate(source, None, progress, _tell)
            return
        with closing(App(options.target, *_credentials(_OWN_KEYS))) as target:
            migrate(source, target, progress, _tell)


def _credentials(names: Sequence[str]) -> list[str]:
    found = [os.environ.get(name, "") for name in names]
    if not all(found):
        raise CannotMigrate(f"set {' and '.join(names)}")
    return found


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


def _report(progress: Progress, *, is_applied: bool) -> str:
    if not progress.notes:
        return "everything is in Gavel" if is_applied else "everything has a counterpart in Gavel"
    lines = "\n".join(f"- {note}" for note in progress.notes)
    return f"without a counterpart, or refused:\n{lines}"


if __name__ == "__main__":
    sys.exit(main())
