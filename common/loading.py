"""What a function does not do while it loads. Its main.py imports this before all else, and says
when it is done.

Nothing is collected: what is made then stays, and looking through it for what does not took a tenth
of a start. Nor does pydantic look for plugins in whatever is installed.
"""

from __future__ import annotations

import gc
import os

_collects = gc.isenabled()
gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def done() -> None:
    """From now on is collected, of what is made from now on: the server forks, and what nobody
    writes to stays shared. Who loads several functions into a process sees to both itself.
    """
    if _collects:
        gc.freeze()
        gc.enable()
