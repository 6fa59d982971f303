"""infra/gcp's generated files and its README against what they are made from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from common.domain.indexes import INDEXES
from common.http.dialects.stream import STREAM
from common.http.routes import HTTP_FUNCTIONS, ROUTES
from common.http.routes.route import Route
from infra.gcp.indexes import COLLECTIONS
from infra.gcp.route_map import FILE, Ambiguous, encoded, function_of, rules
from tests.documents import table
from tests.terraform import Terraform

ROOT = Path(__file__).parents[3]
README = ROOT / "infra/gcp/README.md"
CLOUD = Terraform(ROOT / "infra/gcp/terraform", project="a-project", domain="gavel.example")
TABLE: dict[str, dict[str, Any]] = CLOUD.values["functions"]


def test_the_route_file_is_what_the_table_makes() -> None:
    assert FILE.read_bytes() == encoded(), "run: python -m infra.gcp.route_map"
    assert set(CLOUD.values["routes"]) == set(HTTP_FUNCTIONS)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_the_load_balancer_finds_the_function_of_every_route(route: Route) -> None:
    path = re.sub(r"\{\w+\}", "a%2Fb", re.sub(r"\{\w+:path\}", "a/b", route.path))
    assert function_of(path, CLOUD.values["routes"]) == route.function


def test_the_rules_are_ones_that_google_takes() -> None:
    every = [rule for each in rules().values() for rule in each]
    assert len(every) == len(set(every)) < 200
    assert all(re.fullmatch(r"/[^*?#]*(?:(?<=/)\*)?", rule) for rule in every)
    assert function_of("/nowhere", rules()) is None
    with pytest.raises(Ambiguous):
        rules(
            [Route("GET", "/a/{id}", "x", "x", STREAM), Route("GET", "/a/{id}/b", "y", "y", STREAM)]
        )


def test_the_readme_has_each_functions_numbers() -> None:
    rows = {row[0].strip("`"): row[1:7] for row in table(README, "## The functions")}
    assert rows == {
        name: [
            entry["trigger"],
            entry["memory"],
            str(entry["concurrency"]),
            f"{entry['timeout']} s",
            str(entry["min"]),
            str(entry["max"]),
        ]
        for name, entry in TABLE.items()
    }


def test_the_readme_names_every_collection_and_what_grows_in_it() -> None:
    rows = {
        name: set(re.findall(r"`(\w+)`", row[2]))
        for row in table(README, "## How much it takes")
        for name in re.findall(r"`(\w+)`", row[0])
    }
    assert set(rows) == set(COLLECTIONS)
    for name, fields in rows.items():
        grown = {index.order for index in INDEXES if index.collection == name}
        assert grown - {"queue_id"} <= fields
        assert not fields or grown


def test_the_readme_names_variables_that_exist() -> None:
    named = {
        name for row in table(README, "### Choices") for name in re.findall(r"`(\w+)`", row[0])
    }
    assert named <= set(CLOUD.variables)
