"""serverless.yml and what is generated for it, against the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, ROUTES
from common.settings import Settings, variable
from infra.aws.build import AMAZON, FUNCTIONS
from infra.aws.roles import PUBLISHES, logical, roles
from infra.aws.template import files, gateway_path, routes
from infra.local.worker import topics
from tests.documents import ROOT, table
from tests.messages import sent_by

README = ROOT / "infra/aws/README.md"
CONFIGURATION: dict[str, Any] = yaml.safe_load((ROOT / "serverless.yml").read_text())
DECLARED: dict[str, dict[str, Any]] = CONFIGURATION["functions"]
ONLY_LOCAL = {
    "GAVEL_PUSH_ANYBODY",
    "PORT",
    "GAVEL_HOST",
    "GAVEL_DATA",
    "GAVEL_SNS_URL",
    "GAVEL_SOCKET_POLL",
    "GAVEL_SWEEP_INTERVAL",
}
OF_GOOGLE = {
    "GAVEL_FIRESTORE_DATABASE",
    "GAVEL_FUNCTION_URL",
    "GAVEL_GOOGLE_PROJECT",
    "GAVEL_PUSH_AUDIENCE",
    "GAVEL_PUSH_SERVICE_ACCOUNT",
    "GAVEL_TASKS_QUEUE",
    "GAVEL_TASKS_SERVICE_ACCOUNT",
    "GAVEL_TOPIC_PREFIX",
}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_a_generated_file_is_what_the_code_makes(path: Path) -> None:
    assert path.read_bytes() == files()[path], "run: python -m infra.aws.template"


def test_every_function_is_deployed_and_nothing_else() -> None:
    folders = {path.parent.name for path in (ROOT / "functions").glob("*/main.py")}
    assert set(DECLARED) == folders == set(FUNCTIONS)
    for name, each in DECLARED.items():
        assert each["handler"] == f"lambda_function.{name}"
        assert each["role"] == logical(name, "Role")
        assert each["package"] == {"artifact": f"${{param:dist}}/{name}.zip"}


def test_the_configuration_is_checked_strictly() -> None:
    assert CONFIGURATION["configValidationMode"] == "error"
    assert CONFIGURATION["package"] == {"individually": True}


@pytest.mark.parametrize("name", HTTP_FUNCTIONS)
def test_an_http_function_has_its_routes(name: str) -> None:
    assert DECLARED[name]["events"] == f"${{self:custom.routes.{name}}}"
    paths = [event["httpApi"]["path"] for event in routes()[name]]
    assert set(paths) == {gateway_path(each.path) for each in ROUTES if each.function == name}
    assert len(paths) == len(set(paths))
    # API Gateway gives up after thirty seconds, and tells the caller so before the function does.
    assert DECLARED[name]["timeout"] < 30


def test_no_two_functions_share_a_path() -> None:
    paths = [event["httpApi"]["path"] for events in routes().values() for event in events]
    assert len(paths) == len(set(paths))
    # Greedy parameters are the last of a path.
    assert all(re.fullmatch(r"(/[\w.:-]+|/\{\w+\})*(/\{\w+\+\}|/)?", path) for path in paths)


def test_no_access_log_has_the_queries_in_which_keys_stand() -> None:
    assert "logs" not in CONFIGURATION["provider"]


def test_every_variable_that_a_function_reads_is_given_or_can_be() -> None:
    given = set(CONFIGURATION["provider"]["environment"]) | set(CONFIGURATION["custom"]["app"])
    known = {variable(field) for field in Settings.model_fields}
    assert given.isdisjoint(ONLY_LOCAL | OF_GOOGLE)
    assert given | ONLY_LOCAL | OF_GOOGLE == known


def test_only_public_functions_have_the_apps_secrets() -> None:
    environments = {name: each.get("environment") for name, each in DECLARED.items()}
    assert {name for name, each in environments.items() if each} == set(HTTP_FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_may_publish_what_its_code_can(name: str) -> None:
    published = sent_by(AMAZON.own_modules(name).values())
    assert set(PUBLISHES[name]) == published


def test_no_role_has_more_than_it_needs() -> None:
    for name in FUNCTIONS:
        statements = _statements(name)
        actions = {action for each in statements for action in each["Action"]}
        assert "dynamodb:PutItem" in actions
        assert ("sqs:ReceiveMessage" in actions) == (name in QUEUE_FUNCTIONS)
        assert not any(action.endswith(":*") for action in actions)
        assert "*" not in [each for one in statements for each in one["Resource"]]
        queues = {
            resource["Fn::GetAtt"][0]
            for each in statements
            for resource in each["Resource"]
            if "sqs:SendMessage*" in each["Action"]
        }
        assert queues == {logical(each, "Queue") for each in PUBLISHES[name]}


def test_a_call_has_the_time_that_it_has_on_one_machine() -> None:
    for topic in topics(Settings()):
        assert DECLARED[topic.name]["timeout"] >= topic.seconds


def test_the_readme_has_each_functions_numbers() -> None:
    rows = {row[0].strip("`"): row[1:5] for row in table(README, "## The functions")}
    assert rows == {
        name: [_trigger(name), str(each["memorySize"]), f"{each['timeout']} s", _at_once(each)]
        for name, each in DECLARED.items()
    }


def test_the_readme_names_parameters_that_exist() -> None:
    named = {
        name for row in table(README, "### Choices") for name in re.findall(r"`(\w+)`", row[0])
    }
    app = {"apiKey", "apiSecret", "apiToken", "scoreKey"}
    assert named == set(CONFIGURATION["params"]["default"]) - app


def _statements(name: str) -> list[dict[str, Any]]:
    (policy,) = roles()[logical(name, "Role")]["Properties"]["Policies"]
    found: list[dict[str, Any]] = policy["PolicyDocument"]["Statement"]
    return found


def _trigger(name: str) -> str:
    if name in HTTP_FUNCTIONS:
        return "http"
    if name in QUEUE_FUNCTIONS:
        return f"queue, {_mapping(DECLARED[name])['batchSize']} at a time"
    return "schedule"


def _at_once(function: dict[str, Any]) -> str:
    if isinstance(function["events"], list) and "sqs" in function["events"][0]:
        return str(_mapping(function)["maximumConcurrency"])
    return str(function.get("reservedConcurrency", ""))


def _mapping(function: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = function["events"][0]["sqs"]
    return found


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nothing_of_googles_is_packed(name: str) -> None:
    packed = AMAZON.requirements_of(name)
    assert not [line for line in packed if line.startswith(("google-cloud-", "google-a", "grpc"))]
    modules = AMAZON.foreign_modules(name)
    assert not [module for module in modules if module.startswith(("google", "grpc"))]
