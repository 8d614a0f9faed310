"""A plot of lines over a factor, as SVG."""

from collections.abc import Mapping, Sequence
from math import log

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 420, 260, 48, 28, 190, 44
_COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#17becf")
_TICKS = 5
_STYLE = (
    "text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd}polyline{fill:none;stroke-width:2}"
    "@media(prefers-color-scheme:dark){text{fill:#ccc}.grid{stroke:#444}}"
)


def lines(of: Mapping[str, Sequence[tuple[float, float]]], title: str) -> str:
    """Draw how something becomes more as something else grows, both as factors.

    Parameters
    ----------
    of
        Each line's name, and its points: by what factor one grows, and the other with it.
    title
        Stands above.
    """
    factors = sorted({factor for points in of.values() for factor, _ in points})
    top = max(2.0, max(value for points in of.values() for _, value in points) * 1.1)

    def x(factor: float) -> float:
        return round(_LEFT + log(factor) / log(factors[-1]) * _WIDTH, 1)

    def y(value: float) -> float:
        return round(_TOP + (1 - value / top) * _HEIGHT, 1)

    width, height = _LEFT + _WIDTH + _RIGHT, _TOP + _HEIGHT + _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f"<style>{_STYLE}</style>",
        f'<text x="{_LEFT + _WIDTH / 2:.0f}" y="18" text-anchor="middle">{title}</text>',
        f'<text x="{_LEFT + _WIDTH / 2:.0f}" y="{height - 8}" text-anchor="middle">times as much of it</text>',
    ]
    for factor in factors:
        parts += [
            f'<line class="grid" x1="{x(factor)}" y1="{y(0)}" x2="{x(factor)}" y2="{y(top)}"/>',
            f'<text x="{x(factor)}" y="{y(0) + 16:.0f}" text-anchor="middle">{factor:g}</text>',
        ]
    for tick in range(_TICKS + 1):
        value = top * tick / _TICKS
        parts += [
            f'<line class="grid" x1="{_LEFT}" y1="{y(value)}" x2="{_LEFT + _WIDTH}" y2="{y(value)}"/>',
            f'<text x="{_LEFT - 6}" y="{y(value) + 4:.0f}" text-anchor="end">{value:.1f}</text>',
        ]
    for number, (name, points) in enumerate(of.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        parts += [
            f'<polyline stroke="{colour}" points="{" ".join(f"{x(factor)},{y(value)}" for factor, value in points)}"/>',
            f'<text x="{_LEFT + _WIDTH + 10}" y="{_TOP + 18 + number * 18}" style="fill:{colour}">{name}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])
