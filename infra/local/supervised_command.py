"""`python -m infra.local.supervised_command PARENT COMMAND…`: a command that goes when PARENT goes.

Java and others know no way to ask for that; a killed parent would leave them behind for ever.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_SET_PARENT_DEATH_SIGNAL = 1


def main() -> None:
    parent, *command = sys.argv[1:]
    # Ctrl-C reaches the whole group; the parent stops this one last. Java keeps to the first of
    # these; what sets a handler of its own is held to the second.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() == int(parent):
        os.execvp(command[0], command)


if __name__ == "__main__":
    main()
