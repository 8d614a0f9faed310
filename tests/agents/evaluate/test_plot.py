"""The plot of reliability."""

from xml.etree import ElementTree as ET

from agents.evaluate.plot import reliability

BINS = [(0.35, 0.3, 10), (0.95, 1.0, 40)]


def test_plot() -> None:
    """It is a document that draws each bin once, and its number."""
    root = ET.fromstring(reliability(BINS, "media topics"))  # noqa: S314 - our own
    space = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f"{space}circle")) == len(BINS)
    assert {"10", "40", "media topics"} <= {text.text for text in root.findall(f"{space}text")}


def test_nothing() -> None:
    """No bins draw the axes alone."""
    assert "circle" not in reliability([], "nothing").split("</style>")[1]
