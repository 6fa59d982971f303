"""A real gRPC server in the place of Google's, for what its emulators do not do."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import grpc


class GoogleServer(grpc.GenericRpcHandler):
    """Answers each call with the next of `answers`, and with the last one from then on: a message,
    or a status and its text.
    """

    def __init__(self, *answers: Any) -> None:
        self.calls: list[tuple[str, bytes]] = []
        self.metadata: list[dict[str, Any]] = []
        self.host = ""
        self._answers = list(answers)

    def service(self, details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler:
        def answer(request: bytes, context: grpc.ServicerContext) -> bytes:
            self.calls.append((details.method, request))
            self.metadata.append(dict(context.invocation_metadata()))
            found = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
            if isinstance(found, tuple):
                context.abort(*found)
            return bytes(type(found).serialize(found))

        def stream(request: bytes, context: grpc.ServicerContext) -> Iterator[bytes]:
            yield answer(request, context)

        handler: grpc.RpcMethodHandler = grpc.unary_unary_rpc_method_handler(answer)
        if details.method.endswith(("/RunQuery", "/BatchGetDocuments")):
            handler = grpc.unary_stream_rpc_method_handler(stream)
        return handler


@contextmanager
def google_server(*answers: Any, certificate: Path | None = None) -> Iterator[GoogleServer]:
    """With TLS, as `localhost`, where there is a certificate."""
    handler = GoogleServer(*answers)
    server = grpc.server(ThreadPoolExecutor(4))
    server.add_generic_rpc_handlers((handler,))
    handler.host = _listen(server, certificate)
    server.start()
    try:
        yield handler
    finally:
        server.stop(0).wait()


def _listen(server: grpc.Server, certificate: Path | None) -> str:
    if certificate is None:
        return f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    pair = Path(f"{certificate}.key").read_bytes(), certificate.read_bytes()
    credentials = grpc.ssl_server_credentials([pair])
    return f"localhost:{server.add_secure_port('localhost:0', credentials)}"
