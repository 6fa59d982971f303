"""serverless.yml deployed to ministack, which lets every role do only what it may."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt
import pytest
import requests
from botocore.session import Session

from tests.documents import ROOT
from tests.ministack import ministack, ministack_missing
from tests.osls import osls, osls_missing
from tests.receiver import Receiver, answer

# Building, deploying and a dozen cold starts, on a machine that may be busy.
pytestmark = pytest.mark.timeout(400)

REGION = "eu-west-1"
STACK = "gavel-dev"
BAD = "zonkbad"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


@dataclass(frozen=True)
class Deployed:
    url: str
    api: str
    key: str
    secret: str
    token: str

    def client(self, service: str) -> Any:
        return _client(self.url, service)

    def send(self, method: str, path: str, body: object = None) -> Any:
        token = jwt.encode({"server": True}, self.secret, "HS256")
        is_hive = path.startswith("/api/v1/")
        result = requests.request(
            method,
            self.url + path,
            params={"api_key": self.key},
            headers={
                "authorization": f"token {self.token}" if is_hive else token,
                "host": f"{self.api}.execute-api.localhost:{self.url.rpartition(':')[2]}",
            },
            json=body,
            timeout=60,
        )
        assert result.ok, f"{method} {path}: {result.status_code} {result.text}"
        return result.json()


def _client(url: str, service: str) -> Any:
    return Session().create_client(
        service,
        region_name=REGION,
        endpoint_url=url,
        aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
    )


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def deployed(deployable: Path, receiver: Receiver) -> Iterator[Deployed]:
    if missing := osls_missing() or ministack_missing():
        pytest.skip(missing)
    url = ministack(authorizing=True)
    environment = {**CREDENTIALS, "AWS_ENDPOINT_URL": url, "AWS_DEFAULT_REGION": REGION}
    key = base64.b64encode(bytes(range(32))).decode()
    parameters = {
        "encryptionKey": key,
        "egressAllow": f"127.0.0.1:{receiver.port}",
        "retryDelays": "1,1,1",
        "deleteProtection": "false",
    }
    options = [f"--param={name}={value}" for name, value in parameters.items()]
    osls(deployable, "deploy", *options, environment=environment)
    stack = _client(url, "cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    outputs = {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}
    given = {"GAVEL_DYNAMODB_TABLE": outputs["TableName"], "GAVEL_ENCRYPTION_KEY": key}
    app = _app({**environment, **given})
    yield Deployed(url, outputs["HttpApiId"], app["key"], app["secret"], app["token"])
    osls(deployable, "remove", *options, environment=environment)


def _app(environment: dict[str, str]) -> dict[str, str]:
    """As infra/aws/README.md makes the first one."""
    done = subprocess.run(
        [sys.executable, "-m", "infra.local.apps", "shop"],
        cwd=ROOT,
        env={**environment, "GAVEL_STORE": "dynamodb"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    pairs = (line.split() for line in done.stdout.splitlines())
    return {pair[0]: pair[1] for pair in pairs}


def _check(deployed: Deployed, entity_id: str, text: str) -> Any:
    body = {
        "entity_type": "chat",
        "entity_id": entity_id,
        "entity_creator_id": "ann",
        "moderation_payload": {"texts": [text]},
        "config_key": "default",
    }
    return deployed.send("POST", "/api/v2/moderation/check", body)


def test_a_check_leads_to_its_callback(deployed: Deployed, receiver: Receiver) -> None:
    """Through check, the queue, enforce, the next queue and deliver, which is refused once."""
    deployed.send("POST", "/api/v2/blocklists", {"name": "bad", "words": [BAD]})
    lists = {"enabled": True, "rules": [{"name": "bad", "action": "remove"}]}
    policy = {"key": "default", "block_list_config": lists}
    deployed.send("POST", "/api/v2/moderation/config", policy)
    action = {"name": "hide", "kind": "post", "url": receiver.url("/hide")}
    deployed.send("PUT", "/api/v1/actions/hide", action)
    when = {"type": "in_list", "lists": ["bad"]}
    rule = {"name": "bad-post", "scope": "post", "when": when, "actions": ["hide"]}
    deployed.send("PUT", "/api/v1/rules/bad-post", rule)
    receiver.on("/hide", answer(500))
    assert _check(deployed, "good", "fine")["recommended_action"] == "keep"
    assert _check(deployed, "bad", BAD)["recommended_action"] == "remove"
    first, second = receiver.wait_for(2, timeout=40)
    assert json.loads(first.body)["post_id"] == json.loads(second.body)["post_id"] == "bad"


def test_every_other_function_may_do_what_it_does(deployed: Deployed) -> None:
    check = _check(deployed, "looked-at", BAD)
    item = check["item"]["id"]
    report = {"user_id": "ann", "report_categories": ["spam"]}
    deployed.send("PUT", "/api/v1/report_categories/spam", {"name": "Spam"})
    deployed.send("POST", "/api/v1/report", report)
    flag = {"entity_type": "chat", "entity_id": "looked-at", "reason": "spam", "user_id": "bob"}
    deployed.send("POST", "/api/v2/moderation/flag", flag)
    queue = deployed.send("POST", "/api/v2/moderation/review_queue", {"limit": 5})
    assert item in [each["id"] for each in queue["items"]]
    act = {"item_id": item, "action_type": "mark_reviewed", "user_id": "mod"}
    deployed.send("POST", "/api/v2/moderation/submit_action", act)
    entries = deployed.send("GET", "/api/v1/log")["entries"]
    deployed.send("POST", "/api/v1/log/mark_read", {"ids": [entries[0]["id"]]})


def test_the_page_its_files_and_its_session_are_there(deployed: Deployed) -> None:
    def get(path: str) -> requests.Response:
        host = f"{deployed.api}.execute-api.localhost:{deployed.url.rpartition(':')[2]}"
        url = deployed.url + path
        return requests.get(url, headers={"host": host}, timeout=60, allow_redirects=False)

    moved = get("/dashboard")
    assert (moved.status_code, moved.headers["location"]) == (308, "/dashboard/")
    # ministack takes the slash at a path's end away, which API Gateway leaves.
    page = get("/dashboard/queue")
    assert page.status_code == 200
    files = re.findall(r'(?:src|href)="(/dashboard/assets/[^"]+)"', page.text)
    assert {path.rpartition(".")[2] for path in files} == {"js", "css"}
    for path in files:
        name = path.removeprefix("/dashboard/")
        assert get(path).content == (ROOT / "functions/dashboard/page/dist" / name).read_bytes()
    assert get("/dashboard/queue/all").text == page.text
    assert get("/dashboard/session").status_code == 401


def test_one_bad_message_stays_while_its_neighbours_go(deployed: Deployed) -> None:
    sqs = deployed.client("sqs")
    url = sqs.get_queue_url(QueueName=f"{STACK}-enforce")["QueueUrl"]
    good = json.dumps({"app": "shop", "item": "none"})
    bodies = [good, "not json at all", good]
    entries = [{"Id": str(n), "MessageBody": body} for n, body in enumerate(bodies)]
    sqs.send_message_batch(QueueUrl=url, Entries=entries)
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    deadline = time.monotonic() + 20
    while True:
        found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        if sum(map(int, found.values())) == 1:
            break
        assert time.monotonic() < deadline, found
        time.sleep(0.2)
    sqs.purge_queue(QueueUrl=url)


def test_the_schedule_and_no_request_runs_the_sweep(deployed: Deployed) -> None:
    lambda_ = deployed.client("lambda")
    for event, is_refused in (("schedule", False), ("http_api_check", True)):
        payload = (ROOT / f"tests/events/aws/{event}.json").read_bytes()
        result = lambda_.invoke(FunctionName=f"{STACK}-sweep", Payload=payload)
        assert ("FunctionError" in result) == is_refused, result["Payload"].read()
