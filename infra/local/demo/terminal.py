"""Lines, tables and a progress bar; colours and redrawing only where a person looks."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import TextIO

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"}
_BAR = 28
_REDRAW_SECONDS = 0.05
_PLAIN_STEPS = 4


class Terminal:
    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self.is_tty = self._out.isatty() and os.environ.get("TERM") != "dumb"
        self._colours = self.is_tty and not os.environ.get("NO_COLOR")

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self._colours else text

    def line(self, text: str = "") -> None:
        print(text, file=self._out, flush=True)

    def heading(self, text: str) -> None:
        self.line()
        self.line(self.paint(text, "bold"))

    def redraw(self, text: str) -> None:
        self._out.write(f"\r{text}\x1b[K")
        self._out.flush()

    def table(self, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Numbers stand to the right."""
        texts = [list(head), *([str(cell) for cell in row] for row in rows)]
        widths = [max(len(row[column]) for row in texts) for column in range(len(head))]
        numeric = [all(isinstance(row[c], int) for row in rows) for c in range(len(head))]
        for number, row in enumerate(texts):
            cells = [
                cell.rjust(width) if right else cell.ljust(width)
                for cell, width, right in zip(row, widths, numeric, strict=True)
            ]
            line = "  " + "  ".join(cells).rstrip()
            self.line(line if number else self.paint(line, "dim"))


class Progress:
    """Redraws one line on a terminal; elsewhere prints a line at each quarter."""

    def __init__(self, terminal: Terminal, label: str, total: int) -> None:
        self._terminal = terminal
        self._label = label
        self._total = max(1, total)
        self._started = time.monotonic()
        self._drawn = 0.0
        self._quarter = 0
        self._done = 0

    def show(self, done: int, total: int = 0) -> None:
        """`total` may turn out to be more than was thought."""
        self._done, self._total = done, max(self._total, total)
        if self._terminal.is_tty:
            now = time.monotonic()
            if now - self._drawn >= _REDRAW_SECONDS:
                self._drawn = now
                self._terminal.redraw(self._text())
            return
        quarter = done * _PLAIN_STEPS // self._total
        if self._quarter < quarter < _PLAIN_STEPS:
            self._quarter = quarter
            self._terminal.line(self._text())

    def end(self) -> None:
        if self._terminal.is_tty:
            self._terminal.redraw(self._text())
            self._terminal.line()
        else:
            self._terminal.line(self._text())

    def _text(self) -> str:
        filled = round(min(1.0, self._done / self._total) * _BAR)
        bar = self._terminal.paint("█" * filled, "green") + "░" * (_BAR - filled)
        shown = f"{bar}  " if self._terminal.is_tty else ""
        width = len(str(self._total))
        seconds = time.monotonic() - self._started
        return f"  {self._label:<9}  {shown}{self._done:>{width}}/{self._total}  {seconds:5.1f} s"
