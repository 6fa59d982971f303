"""Judges labelled texts by a policy of the running server, and says how well that does."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from common.engines.remote.kinds import KINDS
from infra.local.complaints import explained
from infra.local.demo.client import CannotPlay, Client, Refused, find_server
from infra.local.demo.terminal import Progress, Terminal
from infra.local.judge.asking import ask, provider_of
from infra.local.judge.labelled import BadSet, Sample, read_set
from infra.local.judge.measuring import Scored, curve
from infra.local.judge.picture import svg
from infra.local.judge.report import ACTION, cost, scored_by_label, tell, tell_labels
from infra.local.judge.suggested import export, samples, scored_then, suggestions

_CANNOT = 2
_THRESHOLDS = "0.3,0.5,0.7,0.9"
_MOST_AT_ONCE = 16


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        return _judge(options, Terminal())
    except BadSet as error:
        problem = str(error)
    except (CannotPlay, Refused) as error:
        problem = str(error)
    except (OSError, ValidationError) as error:
        problem = explained(error)
    except KeyboardInterrupt:
        problem = "stopped"
    print(f"judge: {problem}", file=sys.stderr)
    return _CANNOT


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local.judge",
        description="Say how well a policy of the running server judges labelled texts.",
    )
    parser.add_argument(
        "set",
        type=Path,
        nargs="?",
        help='a file with {"text": "…", "labels": ["insult"]} in each line',
    )
    parser.add_argument(
        "--suggested",
        action="store_true",
        help="instead of a set the scores that were suggested; without a policy, "
        "by what was scored at the time",
    )
    parser.add_argument("--community", default="", metavar="ID", help="whose suggestions alone")
    parser.add_argument(
        "--export", type=Path, metavar="FILE.jsonl", help="write the suggestions as a set"
    )
    parser.add_argument(
        "--scale", action="store_true", help="those of that time, as on Perspective's scale"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--policy", metavar="KEY", help="a policy of the app")
    which.add_argument("--config", type=Path, metavar="FILE", help="a policy as JSON, not stored")
    which.add_argument("--provider", metavar="ID", help="a provider of the app, and nothing else")
    parser.add_argument("--team", default="", help="whose policy and lists")
    parser.add_argument("--thresholds", default=_THRESHOLDS, type=_numbers, metavar="0.5,0.9")
    parser.add_argument("--limit", type=_count, help="judge only so many, evenly spread")
    parser.add_argument(
        "--at-once", type=_few, default=2, metavar="N", help="texts judged side by side (2)"
    )
    parser.add_argument(
        "--picture", type=Path, metavar="FILE.svg", help="draw precision over recall"
    )
    options = parser.parse_args(arguments)
    by = options.policy or options.config or options.provider
    if bool(options.set) == options.suggested:
        parser.error("either a set or --suggested")
    if not options.suggested and (options.community or options.export or options.scale):
        parser.error("--community, --export and --scale are of --suggested")
    if by and options.scale:
        parser.error("--scale is of the scores at the time, a policy has labels")
    if not by and not options.suggested:
        parser.error("one of --policy, --config and --provider is needed")
    return options


def _judge(options: argparse.Namespace, terminal: Terminal) -> int:
    labelled = [] if options.suggested else read_set(options.set)
    server = find_server()
    with closing(Client(server)) as client:
        if options.suggested:
            found = suggestions(client, options.community)
            if options.export is not None:
                labelled = samples(found)
                export(options.export, labelled)
                terminal.line(f"{options.export} has {len(labelled)} texts.")
            if not (options.policy or options.config or options.provider):
                scored = scored_then(found, scaled=options.scale)
                tell_labels(terminal, scored, options.thresholds)
                _draw(options, terminal, scored, len(found))
                return 0
            labelled = samples(found)
        texts = _spread(labelled, options.limit)
        provider = provider_of(client, options.provider) if options.provider else None
        policy = _policy(options, texts, provider)
        progress = Progress(terminal, "judged", len(texts))
        answers = ask(server, policy, texts, options.at_once, progress.show)
        progress.end()
    scored = scored_by_label(texts, answers)
    tell(terminal, scored, answers, options.thresholds)
    if provider is not None and (spent := cost(provider, answers, len(texts))):
        terminal.heading("cost")
        terminal.line(f"  {spent}")
    _draw(options, terminal, scored, len(texts))
    return 0


def _draw(
    options: argparse.Namespace,
    terminal: Terminal,
    scored: Mapping[str, Sequence[Scored]],
    count: int,
) -> None:
    if options.picture is None:
        return
    curves = {label: curve(pairs) for label, pairs in scored.items() if label != ACTION}
    title = f"{options.set.name if options.set else 'suggested scores'}, {count} texts"
    drawn = svg(title, {label: each for label, each in curves.items() if each})
    options.picture.write_text(drawn, "utf-8")
    terminal.line(f"\n{options.picture} has the curves.")


def _policy(
    options: argparse.Namespace, samples: Sequence[Sample], provider: dict[str, Any] | None
) -> dict[str, Any]:
    team = {"config_team": options.team} if options.team else {}
    if options.policy:
        return {"config_key": options.policy, **team}
    if provider is None:
        return {"config": _config(options.config), **team}
    labels = list(dict.fromkeys(label for sample in samples for label in sample.labels))
    return {"config": provider_policy(options.provider, provider["kind"], labels), **team}


def _config(path: Path) -> dict[str, Any]:
    try:
        config = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise BadSet(f"{path} is not JSON: {error}") from None
    if not isinstance(config, dict):
        raise BadSet(f"{path} is no policy: it has to be an object of sub-configs")
    return config


def provider_policy(id: str, kind: str, labels: Sequence[str]) -> dict[str, Any]:
    """A policy that asks this provider for these labels, as far as it gives them, and flags."""
    known = KINDS[kind]
    if known.own_labels:
        rules: list[dict[str, Any]] = [{"label": label, "action": "flag"} for label in labels]
        return {"llm_config": {"provider": id, "rules": rules}}
    given = [label for label in labels if not known.labels or label in known.labels]
    if not given:
        raise BadSet(f"{id} gives none of the set's labels: it can be {', '.join(known.labels)}")
    rules = [{"provider": id, "label": label, "action": "flag"} for label in given]
    return {"remote_config": {"rules": rules}}


def _spread(samples: list[Sample], limit: int | None) -> list[Sample]:
    if limit is None or limit >= len(samples):
        return samples
    return [samples[number * len(samples) // limit] for number in range(limit)]


def _numbers(text: str) -> tuple[float, ...]:
    numbers = tuple(float(each) for each in text.split(","))
    if not all(0 <= each <= 1 for each in numbers):
        raise ValueError
    return numbers


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError
    return count


def _few(text: str) -> int:
    count = _count(text)
    if count > _MOST_AT_ONCE:
        raise ValueError
    return count


if __name__ == "__main__":
    sys.exit(main())
