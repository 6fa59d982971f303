"""A worker that says that it is ready, and then hangs."""

import signal
import sys
import time

from infra.local.supervised import take_channel, tell_ready

if __name__ == "__main__":
    channel = take_channel(sys.argv[1])
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    tell_ready(channel)
    time.sleep(3600)
