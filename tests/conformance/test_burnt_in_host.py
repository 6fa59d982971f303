"""Programs with Perspective's host burnt in, by the recipe of docs/perspective.md: a certificate of
one's own, and nginx, Caddy or a front in Python before Gavel. The name is that of the recipe;
what a line in /etc/hosts would say is said to curl by an option and to the others by a hook.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running import Running, free_port, running

from .fronts import FRONTS, block, run

HOST = "commentanalyzer.googleapis.com"
RUDE = "You are an idiot."
KEY = "score_key_of_nobody_at_all"
_HOOK = f"""
import os, socket
_connect, _found = socket.socket.connect, socket.getaddrinfo
def _front(address):
    return ("127.0.0.1", int(os.environ["FRONT"])) if address[0] == {HOST!r} else address
socket.socket.connect = lambda self, address: _connect(self, _front(address))
socket.getaddrinfo = lambda host, port, *a, **k: _found(*_front((host, port)), *a, **k)
"""
_GOOGLE = f"""
import os
from googleapiclient.discovery import build
where = "https://{HOST}/$discovery/rest?version=v1alpha1"
client = build("commentanalyzer", "v1alpha1", developerKey=os.environ["KEY"],
               discoveryServiceUrl=where, static_discovery=False)
body = {{"comment": {{"text": {RUDE!r}}}, "requestedAttributes": {{"TOXICITY": {{}}}}}}
scores = client.comments().analyze(body=body).execute()["attributeScores"]
print(scores["TOXICITY"]["summaryScore"]["value"])
"""
_PERSPECTIVE = f"""
import os
from perspective import PerspectiveAPI
print(PerspectiveAPI(os.environ["KEY"]).score({RUDE!r}, tests=["TOXICITY"])["TOXICITY"])
"""
_NODE_HOOK = f"""
const {{Socket}} = require('net'), connect = Socket.prototype.connect
Socket.prototype.connect = function (...all) {{
  const at = Array.isArray(all[0]) ? all[0][0] : all[0]
  if (at.host === '{HOST}') Object.assign(at, {{host: '127.0.0.1', port: +process.env.FRONT}})
  return connect.apply(this, all)
}}
"""
_NODE = f"""
const Perspective = require('perspective-api-client')
new Perspective({{apiKey: process.env.KEY}}).analyze('{RUDE}', {{attributes: ['toxicity']}})
  .then(answer => console.log(answer.attributeScores.TOXICITY.summaryScore.value))
"""


@pytest.fixture(scope="module")
def gavel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("burnt_in") / "data") as started:
        yield started


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what the document's openssl commands make."""
    folder = tmp_path_factory.mktemp("authority")
    run(["sh", "-ec", block("sh", "openssl")], cwd=folder)
    return folder


@pytest.fixture(scope="module", params=["nginx", "caddy", "plain"])
def front(
    request: pytest.FixtureRequest,
    gavel: Running,
    authority: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[int]:
    """The port of one that has the certificate."""
    folder = tmp_path_factory.mktemp(request.param)
    with FRONTS[request.param](authority, folder, gavel.port) as port:
        yield port


def test_curl_believes_it_and_no_other_name(gavel: Running, authority: Path, front: int) -> None:
    body = {"comment": {"text": RUDE}, "requestedAttributes": {"TOXICITY": {}}}
    shown = _curl(authority, front, HOST, f"/v1alpha1/comments:analyze?key={gavel.score_key}", body)
    assert json.loads(shown)["attributeScores"]["TOXICITY"]["summaryScore"]["value"] > 0.5
    document = json.loads(_curl(authority, front, HOST, "/$discovery/rest?version=v1alpha1"))
    assert document["rootUrl"] == f"https://{HOST}/"
    with pytest.raises(subprocess.CalledProcessError) as refused:
        _curl(authority, front, "storage.googleapis.com", "/")
    # What is shown is of another name, or Caddy has nothing to show.
    assert refused.value.returncode in (60, 35)


def test_the_authority_can_vouch_for_no_other_name(authority: Path, tmp_path: Path) -> None:
    for name in ("front.ext", "ca.pem", "ca.key"):
        shutil.copy(authority / name, tmp_path)
    made = block("sh", "openssl").partition("openssl req -newkey")[2]
    script = f"openssl req -newkey{made}".replace(HOST, "storage.googleapis.com")
    run(["sh", "-ec", script], cwd=tmp_path)
    verify = ["openssl", "verify", "-CAfile", "ca.pem", "front.pem"]
    assert "permitted subtree violation" in _failed(verify, tmp_path)
    run(verify, cwd=authority)


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_no_key_is_in_a_front_s_log_while_gavel_is_away(
    name: str, authority: Path, tmp_path: Path
) -> None:
    body = {"comment": {"text": RUDE}, "requestedAttributes": {"TOXICITY": {}}}
    with FRONTS[name](authority, tmp_path, free_port()) as port:
        _curl(authority, port, HOST, f"/v1alpha1/comments:analyze?key={KEY}", body, status=502)
    assert KEY not in (tmp_path / "error.log").read_text()


@pytest.mark.parametrize("script", [_GOOGLE, _PERSPECTIVE], ids=["google", "perspective"])
def test_clients_for_python_call_the_host_that_they_know(
    script: str, gavel: Running, authority: Path, front: int, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_HOOK)
    environment = _environment(gavel, front, PYTHONPATH=str(tmp_path))
    for name in ("REQUESTS_CA_BUNDLE", "HTTPLIB2_CA_CERTS", "SSL_CERT_FILE"):
        environment[name] = str(authority / "ca.pem")
    assert float(run([sys.executable, "-c", script], env=environment)) > 0.5


def test_a_client_for_javascript_calls_the_host_that_it_knows(
    gavel: Running, authority: Path, front: int, tmp_path: Path
) -> None:
    modules = Path(__file__).parents[2] / "node_modules"
    if shutil.which("node") is None or not (modules / "perspective-api-client").is_dir():
        pytest.skip("needs Node.js and `make install`")
    hook = tmp_path / "hook.cjs"
    hook.write_text(_NODE_HOOK)
    environment = _environment(gavel, front, NODE_PATH=str(modules))
    environment["NODE_EXTRA_CA_CERTS"] = str(authority / "ca.pem")
    assert float(run(["node", "--require", str(hook), "-e", _NODE], env=environment)) > 0.5


def _environment(gavel: Running, front: int, **more: str) -> dict[str, str]:
    return {**os.environ, "KEY": gavel.score_key, "FRONT": str(front), **more}


def _curl(
    authority: Path, front: int, host: str, path: str, body: Any = None, *, status: int = 200
) -> str:
    sent = [] if body is None else ["--json", json.dumps(body)]
    at = f"{host}:443:127.0.0.1:{front}"
    command = ["curl", "-sS", "--cacert", str(authority / "ca.pem"), "--connect-to", at]
    shown = run([*command, "-w", "\n%{http_code}", f"https://{host}{path}", *sent])
    content, _, answered = shown.rpartition("\n")
    assert int(answered) == status, content
    return content


def _failed(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    return done.stdout + done.stderr
