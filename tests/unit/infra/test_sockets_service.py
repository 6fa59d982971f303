"""What is deployed of the WebSocket's service."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cfnlint.decode import decode

from common.configuration.opening import open_queue, open_store
from common.http.routes import ROUTES
from common.http.sockets import PATH
from common.queue.pubsub import PubSubQueue
from common.settings import load_settings, unknown_variables
from common.store.firestore.store import FirestoreStore
from infra.aws.roles import roles
from infra.gcp.route_map import function_of, rules
from infra.local.connections import SOCKETS
from infra.sockets.build import PACKAGE, PLATFORMS, build, files
from infra.sockets.service import HEALTH
from tests.discovery import problems
from tests.documents import table
from tests.messages import sent_by
from tests.terraform import Terraform

ROOT = Path(__file__).parents[3]
AMAZON = ROOT / "infra/aws/cloudformation/sockets.yml"
README = ROOT / "infra/gcp/README.md"
FOLDER = ROOT / "infra/gcp/terraform"
GIVEN: dict[str, Any] = {"project": "a-project", "domain": "gavel.example"}


def _service(**values: Any) -> dict[str, Any]:
    cloud = Terraform(FOLDER, **GIVEN, **values)
    return cloud.instance("google_cloud_run_v2_service", "sockets")


def _environment(service: dict[str, Any]) -> dict[str, Any]:
    return {each["name"]: each.get("value") for each in service["template"]["containers"]["env"]}


@pytest.mark.parametrize("api_key", ["", "key"])
def test_the_service_is_one_for_google_too(api_key: str) -> None:
    service = _service(api_key=api_key)
    assert service.pop("location") == "europe-west1"
    assert service.pop("deletion_protection") is False
    assert service.pop("name") == "gavel-sockets"
    assert problems("run.v2", "GoogleCloudRunV2Service", service) == []
    secrets = {"GAVEL_API_SECRET", "GAVEL_API_TOKEN", "GAVEL_SCORE_KEY"}
    assert secrets & _environment(service).keys() == (secrets if api_key else set())
    assert "GAVEL_ENCRYPTION_KEY" in _environment(service)
    template = service["template"]
    # A connection is one request, and the longest that Google lets last.
    assert template["timeout"] == "3600s"
    assert template["scaling"]["min_instance_count"] == 1
    assert template["service_account"] == "gavel-sockets@a-project.iam.gserviceaccount.com"


def test_a_slip_would_be_seen() -> None:
    wrong = {"template": {"timeout": "1h", "timeouts": "1s"}, "ingress": "ALL"}
    assert len(problems("run.v2", "GoogleCloudRunV2Service", wrong)) == 3


def test_the_service_starts_with_its_environment() -> None:
    environment = _environment(_service())
    assert unknown_variables(environment) == []
    settings = load_settings(environment)
    assert (settings.host, settings.socket_poll) == ("0.0.0.0", 10.0)
    assert isinstance(open_store(settings), FirestoreStore)
    assert isinstance(open_queue(settings), PubSubQueue)
    chosen = _environment(_service(settings={"GAVEL_SOCKET_POLL": "3"}))
    assert load_settings(chosen).socket_poll == 3.0


def test_the_load_balancer_leads_there_and_no_function_has_the_path() -> None:
    cloud = Terraform(FOLDER, **GIVEN)
    (gateway,) = cloud.resources["google_compute_url_map"]["gateway"]["path_matcher"]
    (rule,) = gateway["path_rule"]
    assert cloud.value(rule["paths"]) == [PATH] == [SOCKETS]
    assert rule["service"] == "${google_compute_backend_service.sockets.id}"
    assert function_of(PATH, rules()) is None
    assert PATH not in {route.path for route in ROUTES}
    invoker = cloud.instance("google_cloud_run_v2_service_iam_member", "sockets")
    assert (invoker["name"], invoker["member"]) == ("gavel-sockets", "allUsers")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_service_publishes_nothing(platform: str) -> None:
    own = PLATFORMS[platform].own_modules(PACKAGE)
    assert "common.http.sockets" in own and "infra.sockets.build" not in own
    assert sent_by(own.values()) == set()


@pytest.mark.parametrize(("platform", "client"), [("google", "firestore"), ("amazon", "botocore")])
def test_the_folder_is_what_a_buildpack_takes(platform: str, client: str, tmp_path: Path) -> None:
    folder = build(tmp_path / "sockets", PLATFORMS[platform])
    assert (folder / "Procfile").read_text() == "web: python -m infra.sockets\n"
    assert (folder / ".python-version").read_text() == "3.11\n"
    requirements = (folder / "requirements.txt").read_text()
    assert client in requirements and "websockets" in requirements
    other = {"google": "botocore", "amazon": "firestore"}[platform]
    assert other not in requirements
    assert not [*folder.glob("functions*"), *folder.glob("infra/gcp"), *folder.glob("infra/aws")]


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine")
    with pytest.raises(FileExistsError):
        build(tmp_path, PLATFORMS["google"])
    assert kept.read_text() == "mine"
    folder = build(tmp_path / "sockets", PLATFORMS["google"])
    (folder / "old.py").write_text("")
    build(folder, PLATFORMS["google"])
    assert not (folder / "old.py").exists()
    assert files(PLATFORMS["google"]) == {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_readme_has_its_numbers() -> None:
    template = _service()["template"]
    limits = template["containers"]["resources"]["limits"]
    scaling = template["scaling"]
    (row,) = table(README, "## The WebSocket")
    assert row[:6] == [
        "`sockets`",
        limits["memory"],
        str(template["max_instance_request_concurrency"]),
        template["timeout"].replace("s", " s"),
        str(scaling["min_instance_count"]),
        str(scaling["max_instance_count"]),
    ]


def test_cfn_lint_finds_nothing_in_the_stack_on_amazon() -> None:
    lint = Path(sys.executable).with_name("cfn-lint")
    done = subprocess.run([lint, AMAZON], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr


_SECRET = re.compile(r"\{\{resolve:secretsmanager:[\w-]+:SecretString\}\}")
_KEY = f"{'A' * 43}="
"""As what CloudFormation finds in the secret."""


def _filled(value: Any, given: dict[str, Any]) -> str:
    match value:
        case {"Ref": name}:
            return str(given[name])
        case {"Fn::Sub": text}:
            filled = re.sub(r"\$\{([\w:]+)\}", lambda found: str(given[found[1]]), text)
            return _KEY if _SECRET.fullmatch(filled) else filled
    return str(value)


def test_the_stack_on_amazon_has_what_the_service_needs() -> None:
    decoded, _ = decode(str(AMAZON))
    template = json.loads(json.dumps(decoded))
    resources = template["Resources"]
    (container,) = resources["Task"]["Properties"]["ContainerDefinitions"]
    given = {name: each.get("Default") for name, each in template["Parameters"].items()}
    given |= {f"AWS::{name}": name.lower() for name in ("Region", "URLSuffix", "AccountId")}
    environment = {e["Name"]: _filled(e["Value"], given) for e in container["Environment"]}
    assert unknown_variables(environment) == []
    settings = load_settings(environment)
    assert (settings.store, settings.queue, settings.host) == ("dynamodb", "sqs", "0.0.0.0")
    assert settings.port == container["PortMappings"][0]["ContainerPort"] == 8080
    targets = resources["Targets"]["Properties"]
    assert (targets["Port"], targets["HealthCheckPath"]) == (8080, HEALTH)
    # What a function that writes users may do with the table, and nothing with the queues.
    (own,) = resources["TaskRole"]["Properties"]["Policies"]
    (statement,) = own["PolicyDocument"]["Statement"]
    functions = json.dumps(roles()["UsersRole"])
    assert all(json.dumps(action) in functions for action in statement["Action"])
    assert functions.count('"dynamodb:') == len(statement["Action"])
