"""A plot of reliability, as SVG: how often topics of about a score are right, against that score."""

from collections.abc import Sequence
from math import sqrt

_SIDE, _LEFT, _TOP, _RIGHT, _BOTTOM = 320, 56, 28, 16, 48
_CONFIDENCE = 1.96
"""Standard errors to each side that 19 of 20 shares lie within."""
_STYLE = (
    "text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd}.even{stroke:#999;stroke-dasharray:4 3}"
    ".line{fill:none;stroke:#1f77b4;stroke-width:2}.bar{stroke:#1f77b4}.dot{fill:#1f77b4}"
    "@media(prefers-color-scheme:dark){text{fill:#ccc}.grid{stroke:#444}}"
)


def reliability(bins: Sequence[tuple[float, float, int]], title: str) -> str:
    """Draw bins of scores.

    Parameters
    ----------
    bins
        Of each: the mean score, the share that is right, and how many there are.
    title
        Stands above.

    Returns
    -------
    str
        An SVG document. A dot on the broken line is a score that means what it says; the bar through it is where the
        share may lie (Wilson's interval, 19 of 20), and its number says how many topics are behind it.
    """
    width, height = _LEFT + _SIDE + _RIGHT, _TOP + _SIDE + _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f"<style>{_STYLE}</style>",
        f'<text x="{_LEFT + _SIDE / 2:.0f}" y="18" text-anchor="middle">{title}</text>',
    ]
    for tick in range(0, 11, 2):
        at = tick / 10
        parts += [
            f'<line class="grid" x1="{_x(at)}" y1="{_y(0)}" x2="{_x(at)}" y2="{_y(1)}"/>',
            f'<line class="grid" x1="{_x(0)}" y1="{_y(at)}" x2="{_x(1)}" y2="{_y(at)}"/>',
            f'<text x="{_x(at)}" y="{_y(0) + 18:.0f}" text-anchor="middle">{at:.1f}</text>',
            f'<text x="{_x(0) - 8:.0f}" y="{_y(at) + 4:.0f}" text-anchor="end">{at:.1f}</text>',
        ]
    parts += [
        f'<line class="even" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>',
        f'<text x="{_x(0.5)}" y="{height - 8}" text-anchor="middle">score</text>',
        f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>',
        f'<polyline class="line" points="{" ".join(f"{_x(score)},{_y(share)}" for score, share, _ in bins)}"/>',
    ]
    for score, share, count in bins:
        low, high = _wilson(share, count)
        parts += [
            f'<line class="bar" x1="{_x(score)}" y1="{_y(low)}" x2="{_x(score)}" y2="{_y(high)}"/>',
            f'<circle class="dot" cx="{_x(score)}" cy="{_y(share)}" r="4"/>',
            f'<text x="{_x(score) + 7:.0f}" y="{_y(share) + 14:.0f}">{count}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])


def _x(value: float) -> float:
    return round(_LEFT + value * _SIDE, 1)


def _y(value: float) -> float:
    return round(_TOP + (1 - value) * _SIDE, 1)


def _wilson(share: float, count: int) -> tuple[float, float]:
    squared = _CONFIDENCE**2
    middle = (share + squared / (2 * count)) / (1 + squared / count)
    half = _CONFIDENCE * sqrt(share * (1 - share) / count + squared / (4 * count**2)) / (1 + squared / count)
    return max(middle - half, 0.0), min(middle + half, 1.0)
