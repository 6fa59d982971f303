"""Programs with Perspective's host burnt in, by the recipe of docs/perspective.md: a certificate of
one's own, and nginx or a front in Python before Gavel. The name is that of the recipe;
what a line in /etc/hosts would say is said to curl by an option and to the others by a hook.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.documents import PERSPECTIVE, blocks
from tests.running import Running, free_port, running

HOST = "commentanalyzer.googleapis.com"
RUDE = "You are an idiot."
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
    _run(["sh", "-ec", _block("sh", "openssl")], cwd=folder)
    return folder


@pytest.fixture(scope="module", params=["nginx", "plain"])
def front(
    request: pytest.FixtureRequest,
    gavel: Running,
    authority: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[int]:
    """The port of one that has the certificate."""
    if request.param == "plain":
        with _plain_front(authority, gavel.port) as port:
            yield port
        return
    if shutil.which("nginx") is None:
        pytest.skip("nginx is not installed")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    server = _block("nginx", "server").replace("listen 443", f"listen 127.0.0.1:{port}")
    server = server.replace("127.0.0.1:8080", f"127.0.0.1:{gavel.port}")
    server = server.replace("/etc/gavel", str(authority))
    written = folder / "nginx.conf"
    written.write_text(
        f"pid {folder}/pid; error_log {folder}/error.log; events {{}}\nhttp {{ {server} }}\n"
    )
    nginx = ["nginx", "-p", str(folder), "-e", f"{folder}/error.log", "-c", str(written)]
    _run(nginx)
    yield port
    _run([*nginx, "-s", "stop"])


class _Front(BaseHTTPRequestHandler):
    """Hands on what it is sent, as nginx does by the recipe."""

    protocol_version = "HTTP/1.1"
    gavel = 0

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        with closing(HTTPConnection("127.0.0.1", self.gavel, timeout=30)) as inside:
            headers = {**dict(self.headers), "X-Forwarded-Proto": "https"}
            inside.request(self.command, self.path, body, headers)
            answer = inside.getresponse()
            content = answer.read()
        self.send_response(answer.status)
        self.send_header("content-type", answer.headers["content-type"])
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST

    def log_message(self, *_arguments: object) -> None:
        return


@contextmanager
def _plain_front(authority: Path, port: int) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "front.pem", authority / "front.key")
    handler = type("Front", (_Front,), {"gavel": port})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_curl_believes_it_and_no_other_name(gavel: Running, authority: Path, front: int) -> None:
    body = {"comment": {"text": RUDE}, "requestedAttributes": {"TOXICITY": {}}}
    shown = _curl(authority, front, HOST, f"/v1alpha1/comments:analyze?key={gavel.score_key}", body)
    assert json.loads(shown)["attributeScores"]["TOXICITY"]["summaryScore"]["value"] > 0.5
    document = json.loads(_curl(authority, front, HOST, "/$discovery/rest?version=v1alpha1"))
    assert document["rootUrl"] == f"https://{HOST}/"
    with pytest.raises(subprocess.CalledProcessError) as refused:
        _curl(authority, front, "storage.googleapis.com", "/")
    assert refused.value.returncode == 60


def test_the_authority_can_vouch_for_no_other_name(authority: Path, tmp_path: Path) -> None:
    for name in ("front.ext", "ca.pem", "ca.key"):
        shutil.copy(authority / name, tmp_path)
    made = _block("sh", "openssl").partition("openssl req -newkey")[2]
    script = f"openssl req -newkey{made}".replace(HOST, "storage.googleapis.com")
    _run(["sh", "-ec", script], cwd=tmp_path)
    verify = ["openssl", "verify", "-CAfile", "ca.pem", "front.pem"]
    assert "permitted subtree violation" in _failed(verify, tmp_path)
    _run(verify, cwd=authority)


@pytest.mark.parametrize("script", [_GOOGLE, _PERSPECTIVE], ids=["google", "perspective"])
def test_clients_for_python_call_the_host_that_they_know(
    script: str, gavel: Running, authority: Path, front: int, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_HOOK)
    environment = _environment(gavel, front, PYTHONPATH=str(tmp_path))
    for name in ("REQUESTS_CA_BUNDLE", "HTTPLIB2_CA_CERTS", "SSL_CERT_FILE"):
        environment[name] = str(authority / "ca.pem")
    assert float(_run([sys.executable, "-c", script], env=environment)) > 0.5


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
    assert float(_run(["node", "--require", str(hook), "-e", _NODE], env=environment)) > 0.5


def _environment(gavel: Running, front: int, **more: str) -> dict[str, str]:
    return {**os.environ, "KEY": gavel.score_key, "FRONT": str(front), **more}


def _curl(authority: Path, front: int, host: str, path: str, body: Any = None) -> str:
    sent = [] if body is None else ["--json", json.dumps(body)]
    at = f"{host}:443:127.0.0.1:{front}"
    command = ["curl", "-sS", "--cacert", str(authority / "ca.pem"), "--connect-to", at]
    return _run([*command, f"https://{host}{path}", *sent])


def _block(language: str, word: str) -> str:
    """The document's that begins with the word."""
    (found,) = (
        content
        for each, content in blocks(PERSPECTIVE)
        if each == language and re.match(rf"{word}\b", content)
    )
    return found


def _run(command: list[str], **options: Any) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=True, **options
    )
    return str(done.stdout)


def _failed(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    return done.stdout + done.stderr
