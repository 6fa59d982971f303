"""The judge as a person runs it: a command beside a running server."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import jwt
import pytest
import requests

from tests.running import ROOT, Running, running

_LISTED = ["you grobble", "what a grobble", "GR0BBLE", "my grobble friend"]
_CLEAN = ["hello", "good morning", "see you tomorrow", "thanks"]
_MISSED = "you gribble"


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("judge") / "data") as started:
        _put_policy(started)
        yield started


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sets") / "set.jsonl"
    rows = [{"text": text, "labels": ["words"]} for text in (*_LISTED, _MISSED)]
    rows += [{"text": text, "labels": []} for text in _CLEAN]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def _judge(runtime: Running, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "infra.local.judge", *map(str, arguments)],
        cwd=ROOT,
        env=runtime.environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def _put_policy(runtime: Running) -> None:
    for path, body in (
        ("/api/v2/blocklists", {"name": "words", "words": ["grobble"]}),
        (
            "/api/v2/moderation/config",
            {
                "key": "listed",
                "block_list_config": {"rules": [{"name": "words", "action": "remove"}]},
            },
        ),
    ):
        answer = requests.post(
            f"{runtime.base_url}{path}",
            params={"api_key": runtime.api_key},
            headers={"authorization": jwt.encode({"server": True}, runtime.secret, "HS256")},
            json=body,
            timeout=10,
        )
        assert answer.ok, answer.text


def test_a_policy_is_judged(runtime: Running, labelled: Path, tmp_path: Path) -> None:
    picture = tmp_path / "curve.svg"
    done = _judge(runtime, labelled, "--policy", "listed", "--picture", picture)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert "words: 5 texts of it, 4 not" in done.stdout
    assert "AUC 0.900" in done.stdout
    (row,) = (line.split() for line in done.stdout.splitlines() if line.startswith("  0.50"))
    assert (row[1], row[5], row[9]) == ("100.0%", "80.0%", "0.0%")
    assert "block_list" in done.stdout
    assert "9/9" in done.stdout
    assert "<polyline" in picture.read_text()


def test_a_policy_in_a_file_is_not_stored(runtime: Running, labelled: Path, tmp_path: Path) -> None:
    config = tmp_path / "policy.json"
    rules = {"rules": [{"name": "words", "action": "flag"}]}
    config.write_text(json.dumps({"block_list_config": rules}))
    done = _judge(runtime, labelled, "--config", config, "--limit", "4", "--thresholds", "0.5")
    assert done.returncode == 0, done.stderr
    assert "4/4" in done.stdout


def _suggest(runtime: Running, texts: Sequence[str], value: float) -> None:
    for number, text in enumerate(texts):
        answer = requests.post(
            f"{runtime.base_url}/v1alpha1/comments:suggestscore",
            params={"key": runtime.score_key},
            json={
                "comment": {"text": text},
                "languages": ["en"],
                "attributeScores": {"TOXICITY": {"summaryScore": {"value": value}}},
                "communityId": "garden" if number else "house",
            },
            timeout=10,
        )
        assert answer.ok, answer.text


def _measured(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout.partition("toxic: ")[2].partition("any action")[0]


def test_what_moderators_suggested_is_judged(runtime: Running, tmp_path: Path) -> None:
    done = _judge(runtime, "--suggested")
    assert (done.returncode, done.stderr) == (2, "judge: nobody has suggested a score\n")
    _suggest(runtime, ["kept as a hash alone"], 0)
    done = _judge(runtime, "--suggested", "--policy", "listed")
    assert "keep_suggested_texts" in done.stderr
    answer = requests.put(
        f"{runtime.base_url}/api/v1/settings",
        headers={"authorization": f"token {runtime.token}"},
        json={"facades": {"keep_suggested_texts": True}},
        timeout=10,
    )
    assert answer.ok, answer.text
    _suggest(runtime, ["you are an idiot", "you stupid idiot", "you grobble"], 1)
    _suggest(runtime, _CLEAN, 0)

    done = _judge(runtime, "--suggested", "--scale", "--thresholds", "0.5")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert "TOXICITY: 3 texts of it, 5 not" in done.stdout
    assert "best F1" in done.stdout
    (row,) = (line.split() for line in done.stdout.splitlines() if line.startswith("  0.50"))
    assert (row[1], row[9]) == ("100.0%", "0.0%")

    one = _judge(runtime, "--suggested", "--community", "house")
    assert "TOXICITY: 1 texts of it, 2 not" in one.stdout

    exported = tmp_path / "set.jsonl"
    config = tmp_path / "policy.json"
    rules = [{"label": "toxic", "threshold": 0, "action": "flag"}]
    config.write_text(json.dumps({"automod_toxicity_config": {"rules": rules}}))
    again = _judge(runtime, "--suggested", "--export", exported, "--config", config)
    assert again.returncode == 0, again.stderr
    assert "toxic: 3 texts of it, 4 not" in again.stdout
    as_a_set = _judge(runtime, exported, "--config", config)
    assert _measured(as_a_set) == _measured(again) != ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "either a set or --suggested"),
        (("set.jsonl", "--suggested"), "either a set or --suggested"),
        (("set.jsonl",), "one of --policy"),
        (("set.jsonl", "--policy", "listed", "--export", "x"), "are of --suggested"),
        (("--suggested", "--policy", "listed", "--scale"), "--scale is of"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    runtime: Running, arguments: tuple[str, ...], said: str
) -> None:
    done = _judge(runtime, *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_what_cannot_be_judged_is_said_in_a_line(
    runtime: Running, labelled: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "a", "labels": ["words"]}\nnonsense\n')
    for arguments, said in (
        ((bad, "--policy", "listed"), "line 2: is not JSON"),
        ((labelled, "--policy", "nowhere"), "no policy has the key 'nowhere'"),
        ((labelled, "--config", bad), "is not JSON"),
    ):
        done = _judge(runtime, *arguments)
        assert done.returncode == 2
        assert said in done.stderr
        assert done.stderr.count("\n") == 1
