"""Google's own emulators: where they are on this machine, and starting and stopping them."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from infra.local import servers
from infra.local.servers import Server, ServerMissing

# With the server's compiler and collector a start takes twice as long.
_JAVA = (
    "java",
    "-Duser.language=en",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmx512m",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """`variable` is where Google's clients look for its address."""

    name: str
    variable: str
    jar_variable: str
    component: str
    jar: str
    main_class: str | None = None

    @property
    def package(self) -> str:
        """Google's name of it for Debian."""
        return f"google-cloud-cli-{self.component.removeprefix('cloud-')}"


FIRESTORE = Kind(
    "Firestore",
    "FIRESTORE_EMULATOR_HOST",
    "GAVEL_FIRESTORE_EMULATOR_JAR",
    "cloud-firestore-emulator",
    "cloud-firestore-emulator*.jar",
    "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
)
PUBSUB = Kind(
    "Pub/Sub",
    "PUBSUB_EMULATOR_HOST",
    "GAVEL_PUBSUB_EMULATOR_JAR",
    "pubsub-emulator",
    "cloud-pubsub-emulator-*all.jar",
)


@dataclass(frozen=True, slots=True)
class Emulator:
    kind: Kind
    server: Server


@contextlib.contextmanager
def started(*kinds: Kind, log: Path | None = None) -> Iterator[list[Emulator]]:
    """Returns at once; `Server.wait` ends when one answers. Raises ServerMissing."""
    commands = [command(kind) for kind in kinds]
    with contextlib.ExitStack() as stack:
        running = [
            stack.enter_context(servers.started(f"{kind.name} emulator", words, log))
            for kind, words in zip(kinds, commands, strict=True)
        ]
        yield [Emulator(kind, server) for kind, server in zip(kinds, running, strict=True)]


def find_jar(kind: Kind) -> Path:
    """Raises ServerMissing."""
    given = os.environ.get(kind.jar_variable)
    candidates = iter([Path(given)]) if given else _installed(kind)
    jar = next((path for path in candidates if path.is_file()), None)
    if jar is None:
        where = f"not at {kind.jar_variable}={given}" if given else "not installed"
        raise ServerMissing(
            f"the {kind.name} emulator is {where}: gcloud components install {kind.component}, "
            f"or apt-get install {kind.package}, "
            f"or set {kind.jar_variable}"
        )
    return jar


def _installed(kind: Kind) -> Iterator[Path]:
    if shutil.which("dpkg"):
        listed = subprocess.run(
            ["dpkg", "-L", kind.package], capture_output=True, text=True, check=False
        )
        yield from (path for path in map(Path, listed.stdout.split()) if path.match(kind.jar))
    for root in _sdk_roots():
        yield from (root / "platform" / kind.component).rglob(kind.jar)


def _sdk_roots() -> Iterator[Path]:
    if os.environ.get("CLOUDSDK_ROOT_DIR"):
        yield Path(os.environ["CLOUDSDK_ROOT_DIR"])
    gcloud = shutil.which("gcloud")
    if gcloud:
        yield Path(gcloud).resolve().parents[1]


def command(kind: Kind) -> list[str]:
    """What starts it on `{port}`. Raises ServerMissing."""
    jar = str(find_jar(kind))
    if shutil.which(_JAVA[0]) is None:
        raise ServerMissing(f"the {kind.name} emulator needs Java 11 or newer on the path")
    code = ["-cp", jar, kind.main_class] if kind.main_class else ["-jar", jar]
    return [*_JAVA, *code, "--host=127.0.0.1", "--port={port}"]
