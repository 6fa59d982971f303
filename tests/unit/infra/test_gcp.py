"""What Terraform makes of Google Cloud, as far as it shows without an account."""

from __future__ import annotations

import re
import shutil
import subprocess
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.json_format import ParseDict
from google.pubsub_v1.types import Subscription

from common.configuration.opening import open_queue
from common.http.received import read_message
from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.queue.pubsub import PubSubQueue
from common.settings import Settings, load_settings, variable
from infra.gcp.build import GOOGLE
from infra.local.worker import topics
from tests.discovery import problems
from tests.messages import sent_by
from tests.terraform import Terraform

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "infra/gcp/terraform"
GIVEN: dict[str, Any] = {"project": "a-project", "domain": "gavel.example"}
CLOUD = Terraform(FOLDER, **GIVEN)
FUNCTIONS = CLOUD.instances("google_cloudfunctions2_function", "function")
TABLE: dict[str, dict[str, Any]] = CLOUD.values["functions"]
RECEIVING = (*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS)
ONLY_LOCAL = {
    "GAVEL_PUSH_ANYBODY",
    "PORT",
    "GAVEL_HOST",
    "GAVEL_DATA",
    "GAVEL_SNS_URL",
    "GAVEL_SWEEP_INTERVAL",
}
ONLY_AWS = {"GAVEL_DYNAMODB_TABLE", "GAVEL_SQS_URL"}
NOT_OURS = {"FUNCTION_USE_ASGI"}
_REFERENCE = re.compile(r"(?<![\w.])(?:data\.)?((?:google_\w+|local|var)\.\w+)")


def _environment(function: str) -> dict[str, str]:
    found: dict[str, str] = FUNCTIONS[function]["service_config"]["environment_variables"]
    return found


@pytest.mark.skipif(shutil.which("terraform") is None, reason="Terraform is not installed")
def test_terraform_would_format_nothing() -> None:
    command = ["terraform", "fmt", "-check", "-list=true", str(FOLDER)]
    assert subprocess.run(command, capture_output=True, text=True, timeout=60).stdout == ""


def test_every_name_is_defined_and_nothing_depends_on_itself() -> None:
    bodies = {f"{t}.{n}": repr(b) for t, each in CLOUD.resources.items() for n, b in each.items()}
    bodies |= {f"local.{name}": repr(value) for name, value in CLOUD.locals.items()}
    graph = {name: set(_REFERENCE.findall(body)) for name, body in bodies.items()}
    variables = {f"var.{name}" for name in CLOUD.variables}
    assert set().union(*graph.values()) <= graph.keys() | variables
    TopologicalSorter(graph).prepare()


def test_every_function_is_deployed_and_nothing_else() -> None:
    folders = {path.parent.name for path in (ROOT / "functions").glob("*/main.py")}
    assert set(FUNCTIONS) == folders
    triggers = {name: entry["trigger"] for name, entry in TABLE.items()}
    assert triggers == {
        **dict.fromkeys(HTTP_FUNCTIONS, "http"),
        **dict.fromkeys(QUEUE_FUNCTIONS, "queue"),
        **dict.fromkeys(SCHEDULE_FUNCTIONS, "schedule"),
    }


@pytest.mark.parametrize(("api_key", "encrypted"), [("", True), ("key", True), ("key", False)])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_one_for_google_too(name: str, api_key: str, encrypted: bool) -> None:
    cloud = Terraform(FOLDER, **GIVEN, api_key=api_key, encrypted=encrypted)
    body = cloud.instances("google_cloudfunctions2_function", "function")[name]
    assert body.pop("location") == "europe-west1"
    assert problems("cloudfunctions.v2", "Function", body) == []
    service = body["service_config"]
    secrets = [each["key"] for each in service["secret_environment_variables"]]
    is_public = name in HTTP_FUNCTIONS
    of_the_app = ["GAVEL_API_SECRET", "GAVEL_API_TOKEN", "GAVEL_SCORE_KEY"]
    assert secrets == [
        *(["GAVEL_ENCRYPTION_KEY"] if encrypted else []),
        *(of_the_app if api_key and is_public else []),
    ]
    assert body["build_config"]["entry_point"] == name
    assert service["ingress_settings"] == (
        "ALLOW_INTERNAL_AND_GCLB" if is_public else "ALLOW_INTERNAL_ONLY"
    )


def test_a_slip_would_be_seen() -> None:
    wrong = {"service_config": {"timeout": 1, "timeout_seconds": "1s", "ingress_settings": "ALL"}}
    assert len(problems("cloudfunctions.v2", "Function", wrong)) == 3


@pytest.mark.parametrize("name", CLOUD.resources["google_monitoring_alert_policy"])
def test_an_alert_is_one_for_google_too(name: str) -> None:
    type_ = "google_monitoring_alert_policy"
    several = "for_each" in CLOUD.resources[type_][name]
    policies = CLOUD.instances(type_, name) if several else {"": CLOUD.instance(type_, name)}
    for body in policies.values():
        assert problems("monitoring.v3", "AlertPolicy", body) == []


def test_no_request_log_has_the_urls_in_which_keys_stand() -> None:
    exclusion = CLOUD.instance("google_logging_project_exclusion", "facades")
    assert problems("logging.v2", "LogExclusion", exclusion) == []
    assert exclusion["filter"] == (
        'logName="projects/a-project/logs/run.googleapis.com%2Frequests"'
        ' AND resource.labels.service_name="gavel-facades"'
    )
    sockets = CLOUD.instance("google_logging_project_exclusion", "sockets")
    assert problems("logging.v2", "LogExclusion", sockets) == []
    assert sockets["filter"] == exclusion["filter"].replace("facades", "sockets")
    backends = CLOUD.instances("google_compute_backend_service", "function").values()
    for backend in (*backends, CLOUD.instance("google_compute_backend_service", "sockets")):
        assert "log_config" not in backend


def test_database_and_task_queue_are_ones_for_google_too() -> None:
    database = CLOUD.instance("google_firestore_database", "documents")
    assert database.pop("deletion_policy") == "DELETE"
    assert problems("firestore.v1", "GoogleFirestoreAdminV1Database", database) == []
    queue = CLOUD.instance("google_cloud_tasks_queue", "delays")
    assert queue.pop("location") == "europe-west1"
    assert problems("cloudtasks.v2", "Queue", queue) == []


def test_every_variable_that_a_function_reads_is_given_or_can_be() -> None:
    given = {name for function in FUNCTIONS for name in _environment(function)}
    optional = set(CLOUD.local("optional_settings"))
    app = {"GAVEL_API_KEY", *CLOUD.local("secrets"), *CLOUD.local("encryption")}
    assert given.isdisjoint(optional | app | ONLY_LOCAL | ONLY_AWS)
    known = {variable(field) for field in Settings.model_fields}
    assert (given - NOT_OURS) | optional | app | ONLY_LOCAL | ONLY_AWS == known


def test_nothing_but_the_settings_reads_the_environment() -> None:
    modules = {path for name in FUNCTIONS for path in GOOGLE.own_modules(name).values()}
    readers = {path.relative_to(ROOT) for path in modules if "os.environ" in path.read_text()}
    # Where Google's emulator is, which no deployed function has.
    emulated = Path("common/queue/google_clients.py")
    # Tells pydantic what not to look for.
    telling = Path("common/loading.py")
    assert readers <= {Path("common/settings.py"), emulated, telling}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_starts_with_its_environment(name: str) -> None:
    settings = load_settings(_environment(name))
    assert (settings.store, settings.queue) == ("firestore", "pubsub")
    assert settings.push_audience == CLOUD.local("urls")[name]


def test_a_delayed_delivery_calls_the_function_that_the_subscription_pushes_to() -> None:
    queue = open_queue(load_settings(_environment("deliver")))
    assert isinstance(queue, PubSubQueue) and queue._tasks is not None
    task = queue._tasks.request("deliver", b"{}", 0.0).task.http_request
    push = CLOUD.instances("google_pubsub_subscription", "push")["deliver"]["push_config"]
    assert task.url == push["push_endpoint"]
    assert task.oidc_token.audience == push["oidc_token"]["audience"]
    assert task.oidc_token.service_account_email == push["oidc_token"]["service_account_email"]


@pytest.mark.parametrize("name", QUEUE_FUNCTIONS)
def test_a_subscription_is_one_for_google_too(name: str) -> None:
    body = CLOUD.instances("google_pubsub_subscription", "push")[name]
    # Terraform's spelling of "never".
    assert body.pop("expiration_policy") == {"ttl": ""}
    message = Subscription.wrap(ParseDict(body, Subscription.pb(Subscription())))
    assert message.topic == f"projects/a-project/topics/gavel-{name}"
    assert message.push_config.push_endpoint == CLOUD.local("urls")[name]
    assert TABLE[name]["timeout"] < message.ack_deadline_seconds <= 600
    assert message.retry_policy.minimum_backoff.total_seconds() == 10
    assert message.retry_policy.maximum_backoff.total_seconds() == 600
    assert message.dead_letter_policy.dead_letter_topic == "projects/a-project/topics/gavel-dead"
    assert 5 <= message.dead_letter_policy.max_delivery_attempts <= 10


def test_topics_are_the_queue_functions_and_the_dead_letters() -> None:
    queues = CLOUD.instances("google_pubsub_topic", "queue")
    assert {key: body["name"] for key, body in queues.items()} == {
        name: f"gavel-{name}" for name in QUEUE_FUNCTIONS
    }
    assert CLOUD.instance("google_pubsub_topic", "dead")["name"] == "gavel-dead"
    assert CLOUD.instance("google_pubsub_subscription", "dead")["name"] == "gavel-dead"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_may_publish_what_its_code_can(name: str) -> None:
    published = sent_by(GOOGLE.own_modules(name).values())
    assert set(TABLE[name]["publishes"]) == published


def test_a_call_has_the_time_that_it_has_on_one_machine() -> None:
    for topic in topics(Settings()):
        assert TABLE[topic.name]["timeout"] >= topic.seconds
    for entry in TABLE.values():
        assert entry["concurrency"] == 1 or float(entry["cpu"]) >= 1


def test_the_schedule_calls_the_sweep() -> None:
    job = CLOUD.instance("google_cloud_scheduler_job", "sweep")
    assert job.pop("region") == "europe-west1"
    assert problems("cloudscheduler.v1", "Job", job) == []
    target = job["http_target"]
    assert target["uri"] == target["oidc_token"]["audience"] == CLOUD.local("urls")["sweep"]
    assert target["body"] == "base64({})"
    headers = {**target["headers"], "x-cloudscheduler-jobname": "sweep"}
    assert read_message(headers, b"{}").message == {}


def test_who_may_call() -> None:
    push = CLOUD.instance("google_service_account", "push")
    assert push["account_id"] == "gavel-push"
    for name, body in CLOUD.instances("google_cloud_run_service_iam_member", "invoker").items():
        private = "serviceAccount:gavel-push@a-project.iam.gserviceaccount.com"
        assert body["member"] == (private if name in RECEIVING else "allUsers")
        assert body["role"] == "roles/run.invoker"


def test_no_account_has_more_than_it_needs() -> None:
    text = "".join(path.read_text() for path in FOLDER.glob("*.tf"))
    assert set(re.findall(r"roles/[\w.]+", text)) == {
        "roles/artifactregistry.writer",
        "roles/cloudtasks.enqueuer",
        "roles/datastore.user",
        "roles/iam.serviceAccountTokenCreator",
        "roles/iam.serviceAccountUser",
        "roles/logging.logWriter",
        "roles/pubsub.publisher",
        "roles/pubsub.subscriber",
        "roles/run.invoker",
        "roles/secretmanager.secretAccessor",
        "roles/storage.objectViewer",
    }
    in_project = CLOUD.resources["google_project_iam_member"]
    assert {name for name, body in in_project.items() if "condition" not in body} == {"build"}
    sockets = CLOUD.instance("google_project_iam_member", "sockets_documents")
    assert sockets["role"] == "roles/datastore.user"
    assert not [type_ for type_ in CLOUD.resources if re.search(r"_iam_(policy|binding)$", type_)]
    accounts = CLOUD.instances("google_service_account", "function")
    assert all(6 <= len(body["account_id"]) <= 30 for body in accounts.values())
