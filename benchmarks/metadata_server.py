"""Google's metadata server, as far as a machine's identity needs it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_ACCOUNT = {"email": "function@example.iam", "aliases": ["default"], "scopes": []}
_TOKEN = {"access_token": "token", "expires_in": 3_600, "token_type": "Bearer"}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.endswith("/token"):
            self._answer(json.dumps(_TOKEN), "application/json")
        elif "/service-accounts/" in path:
            self._answer(json.dumps(_ACCOUNT), "application/json")
        elif path.endswith("/universe-domain"):
            self._answer("googleapis.com", "text/plain")
        else:
            self._answer("demo-benchmark", "text/plain")

    def _answer(self, text: str, kind: str) -> None:
        self.send_response(200)
        self.send_header("Metadata-Flavor", "Google")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def metadata_server() -> Iterator[dict[str, str]]:
    """The variables that lead Google's libraries there, and to no other identity."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"127.0.0.1:{server.server_port}"
    try:
        yield {
            "GCE_METADATA_HOST": host,
            "GCE_METADATA_IP": host,
            "CLOUDSDK_CONFIG": "/nonexistent",
        }
    finally:
        server.shutdown()
        server.server_close()
