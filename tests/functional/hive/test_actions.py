"""Actions as Hive's page on them has them (seed 000), as far as no other test does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.hive.world import Team, team
from tests.receiver import answer

ANY = {"type": "post_count", "operator": "gte", "value": 1, "window": "1h"}


@pytest.fixture
def hive(tmp_path: Path) -> Iterator[Team]:
    with team(tmp_path / "data") as made:
        yield made


def test_each_action_has_a_url_of_its_own(hive: Team) -> None:
    hive.action("hide")
    body = {"name": "Other", "kind": "post", "url": hive.receiver.url("/hide")}
    hive.refused("url", "/api/v1/actions/other", body, method="PUT")


@pytest.mark.parametrize("status", [201, 202, 204, 302, 404, 500])
def test_200_and_only_200_is_success(hive: Team, status: int) -> None:
    hive.action("hide")
    hive.rule("any", ANY, "hide")
    hive.receiver.on("/hide", answer(status), answer(200))
    hive.enforce(hive.post())
    (failed,) = hive.deliveries()
    assert (failed["state"], failed["attempts"]) == ("pending", 1)
    hive.wait(3_600)
    hive.deliver()
    (done,) = hive.deliveries()
    assert (done["state"], done["attempts"]) == ("delivered", 2)
    assert hive.calls("hide") == ["hide", "hide"]
