"""`python -m infra.local.demo`: a small community's day, sent to the running server."""

from __future__ import annotations

import argparse
import secrets
import sys
import time
from contextlib import closing

from pydantic import ValidationError

from infra.local.demo import judging, outage, redress, setup, switching
from infra.local.demo.client import CannotPlay, Client, Refused, find_server
from infra.local.demo.expectations import expectations, outage_expectations
from infra.local.demo.outcome import Wanted, wait
from infra.local.demo.playing import play
from infra.local.demo.receiver import Receiver
from infra.local.demo.story import tell
from infra.local.demo.summary import judge, summarize, tell_outage, where_next
from infra.local.demo.terminal import Progress, Terminal

_DID_NOT_HOLD, _CANNOT_PLAY = 1, 2


def main() -> int:
    options = _options()
    terminal = Terminal()
    try:
        with closing(Client(find_server())) as client:
            if options.remove:
                switching.remove(client)
                setup.remove(client)
                terminal.line("What the demo had configured is gone; its posts and the log stay.")
                return 0
            return _run(client, terminal, options)
    except (CannotPlay, Refused) as error:
        print(f"demo: {error}", file=sys.stderr)
    except ValidationError as error:
        print(f"demo: a setting is wrong: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\ndemo: stopped", file=sys.stderr)
    return _CANNOT_PLAY


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local.demo",
        description="Send a small community's day to the running server and see what happens.",
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed, another day")
    parser.add_argument(
        "--receiver-port", type=int, default=8090, help="where callbacks are received (8090)"
    )
    parser.add_argument(
        "--patience",
        type=float,
        default=60.0,
        metavar="SECONDS",
        help="give up when nothing has happened for so long (60)",
    )
    parser.add_argument(
        "--remove", action="store_true", help="remove what an earlier run configured, and end"
    )
    return parser.parse_args()


def _run(client: Client, terminal: Terminal, options: argparse.Namespace) -> int:
    run, started = secrets.token_hex(3), time.time()
    story = tell(options.seed, run)
    with Receiver(options.receiver_port) as receiver:
        setup.configure(client, receiver.port)
        terminal.line(
            terminal.paint(f"Gavel at {client.server.url}, run {run}, seed {options.seed}", "bold")
        )
        terminal.line(
            "  set up     1 block list, 1 image list, 2 policies, 1 report category, 9 actions,"
            " 4 rules"
        )
        progress = Progress(terminal, "story", len(story.events))
        played = play(client, story, progress)
        progress.end()
        progress = Progress(terminal, "callbacks", Wanted.by(story).callbacks())
        outcome = wait(client, story, played, started, options.patience, progress)
        progress.end()
        results = expectations(story, played, outcome, receiver)
        progress = Progress(terminal, "outage", outage.decisions())
        down = outage.play(client, outcome, receiver, options.patience, progress)
        progress.end()
        results += outage_expectations(down, receiver)
        progress = Progress(terminal, "engines", judging.CHECKS)
        judged = judging.play(client, receiver, run, options.patience, progress)
        progress.end()
        results += judging.expectations(judged)
        progress = Progress(terminal, "rules", switching.STEPS)
        switched = switching.play(client, receiver, run, options.patience, progress)
        progress.end()
        results += switching.expectations(switched)
        progress = Progress(terminal, "redress", redress.STEPS)
        redressed = redress.play(client, receiver, run, options.patience, progress)
        progress.end()
        results += redress.expectations(redressed)
        summarize(terminal, story, played, outcome, receiver)
        tell_outage(terminal, down, receiver)
        judging.tell(terminal, judged)
        switching.tell(terminal, switched)
        redress.tell(terminal, redressed)
        where_next(terminal, client.server)
        held = judge(terminal, results)
    return 0 if held else _DID_NOT_HOLD


if __name__ == "__main__":
    sys.exit(main())
