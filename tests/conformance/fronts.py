"""Servers with a certificate that stand before Gavel, by the recipe of docs/perspective.md."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.documents import PERSPECTIVE, blocks
from tests.running import free_port


@contextmanager
def _nginx_front(authority: Path, folder: Path, gavel: int) -> Iterator[int]:
    if shutil.which("nginx") is None:
        pytest.skip("nginx is not installed")
    port = free_port()
    server = _filled("nginx", "server", authority, gavel)
    server = server.replace("listen 443", f"listen 127.0.0.1:{port}")
    written = folder / "nginx.conf"
    written.write_text(
        f"pid {folder}/pid; error_log {folder}/error.log; events {{}}\nhttp {{ {server} }}\n"
    )
    nginx = ["nginx", "-p", str(folder), "-e", f"{folder}/error.log", "-c", str(written)]
    run(nginx)
    try:
        yield port
    finally:
        run([*nginx, "-s", "stop"])


@contextmanager
def _caddy_front(authority: Path, folder: Path, gavel: int) -> Iterator[int]:
    if shutil.which("caddy") is None:
        pytest.skip("Caddy is not installed")
    port = free_port()
    ours = f"{{\nadmin off\nhttp_port {free_port()}\nhttps_port {port}\ndefault_bind 127.0.0.1\n"
    written = folder / "Caddyfile"
    written.write_text(_filled("caddyfile", "{", authority, gavel).replace("{", ours, 1))
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(written)]
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "error.log").open("w") as log:
        caddy = subprocess.Popen(command, env=environment, stderr=log)
        try:
            _until_open(port)
            yield port
        finally:
            caddy.terminate()
            caddy.wait(30)


def _filled(language: str, word: str, authority: Path, gavel: int) -> str:
    filled = block(language, word).replace("/etc/gavel", str(authority))
    return filled.replace("127.0.0.1:8080", f"127.0.0.1:{gavel}")


def _until_open(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        with closing(socket.socket()) as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        assert time.monotonic() < deadline, "it does not listen"
        time.sleep(0.05)


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
def _plain_front(authority: Path, folder: Path, gavel: int) -> Iterator[int]:
    del folder
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "front.pem", authority / "front.key")
    handler = type("Front", (_Front,), {"gavel": gavel})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


# Each is given the folder with the certificate, one to write in and Gavel's port; it gives its own.
FRONTS = {"nginx": _nginx_front, "caddy": _caddy_front, "plain": _plain_front}


def block(language: str, word: str) -> str:
    """The document's that begins with the word."""
    (found,) = (
        content
        for each, content in blocks(PERSPECTIVE)
        if each == language and content.startswith(word)
    )
    return found


def run(command: list[str], **options: Any) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=True, **options
    )
    return str(done.stdout)
