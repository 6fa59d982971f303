"""Curves of precision over recall, as an SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_SIDE, _LEFT, _TOP, _LEGEND = 480, 56, 24, 260
_COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#e377c2")
_DASHES = ("", "6 3", "2 3")
_MOST_POINTS = 1_000

Curve = Sequence[tuple[float, float]]


def svg(title: str, curves: Mapping[str, Curve]) -> str:
    """`curves` by what the legend says of each."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _SIDE + _LEGEND} '
        f'{_TOP + _SIDE + 64}" font-family="sans-serif" font-size="13">',
        '<rect width="100%" height="100%" fill="white"/>',
        f'<text x="{_LEFT}" y="16" font-weight="bold">{escape(title)}</text>',
        *_axes(),
    ]
    for number, (name, points) in enumerate(curves.items()):
        style = _style(number)
        parts.append(f'<polyline fill="none" {style} points="{_points(points)}"/>')
        at = _TOP + 14 + number * 20
        x = _LEFT + _SIDE + 16
        parts.append(f'<line x1="{x}" y1="{at}" x2="{x + 26}" y2="{at}" {style}/>')
        parts.append(f'<text x="{x + 34}" y="{at + 4}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _axes() -> list[str]:
    parts = []
    for tenth in range(0, 11, 2):
        x, y = _place(tenth / 10, tenth / 10)
        right, bottom = _LEFT + _SIDE, _TOP + _SIDE
        parts += [
            f'<line x1="{x}" y1="{_TOP}" x2="{x}" y2="{bottom}" stroke="#ddd"/>',
            f'<line x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}" stroke="#ddd"/>',
            f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{tenth / 10:g}</text>',
            f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{tenth / 10:g}</text>',
        ]
    middle = _LEFT + _SIDE / 2
    down = _TOP + _SIDE / 2
    return [
        *parts,
        f'<text x="{middle}" y="{_TOP + _SIDE + 40}" text-anchor="middle">recall</text>',
        f'<text x="14" y="{down}" text-anchor="middle" transform="rotate(-90 14 {down})">'
        "precision</text>",
    ]


def _style(number: int) -> str:
    colour = _COLOURS[number % len(_COLOURS)]
    dash = _DASHES[number // len(_COLOURS) % len(_DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{colour}" stroke-width="2"{dashed}'


def _points(points: Curve) -> str:
    """As many as a screen can show."""
    step = max(1, len(points) // _MOST_POINTS)
    shown = [*points[::step], *points[-1:]]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in (_place(*each) for each in shown))


def _place(recall: float, precision: float) -> tuple[float, float]:
    return _LEFT + recall * _SIDE, _TOP + (1 - precision) * _SIDE
