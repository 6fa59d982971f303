"""TLS for test servers."""

from __future__ import annotations

import subprocess
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext


def self_signed(folder: Path, *names: str) -> Path:
    """A certificate for these names, its key beside it; to be trusted by its path."""
    path = folder / f"{names[0]}.pem"
    alternatives = ",".join(f"DNS:{name}" for name in names)
    subprocess.run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        f" -subj /CN={names[0]} -addext subjectAltName={alternatives}"
        f" -keyout {path}.key -out {path}",
        shell=True,
        check=True,
        capture_output=True,
    )
    return path


def server_context(certificate: Path) -> SSLContext:
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, f"{certificate}.key")
    return context
