"""Captions of pictures: by the credit that they end in, or by how they are worded."""

import re

from agents.arabic import wordlist
from agents.clean.judge.agencies import read_agency
from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site
from agents.clean.read.line_words import BRACKET, DOT, JOINT, SIGN

MAX_CAPTION_WORDS = 32
_MIN_CREDITED_WORDS = 3
"""Words of a line with an agency at its end, from which on something is shown."""
_OPENERS = wordlist.load("agents.clean", "captions.toml").words("openers")
_SHOWING = wordlist.load("agents.clean", "captions.toml").words("showing")
_CREDITS = (
    r"(?:ارشيف\w*|من الارشيف|تعبيري\w*|انترنت|الانترنت|متداول\w*|مواقع التواصل\w*|getty(?: images)?|غيتي\w*|جيتي|afp|"
    r"reuters|ap|epa|shutterstock|غيتي ايميجز|freepik|unsplash)"
)
_PICTURED = r"(?:تصوير|عدسه|بعدسه|الصوره|المصدر|صوره|ارشيف)"
_STARTS = re.compile(
    r"\(صور[هة]?\)|صوره\s*[:|-]|(?:تصوير|عدسه|بعدسه|كاميرا)\s?[:/-]|\S+\.(?:jpe?g|png|webp|gif)$"
    r"|(?:reuters|afp|ap|epa|getty images)\s?/\s?\w"
)
# What may be a dash is looked for first, and then what stands in front of it: that is several times quicker.
_ENDS = re.compile(
    rf"\((?:صوره|{_CREDITS}|{_PICTURED}\b[^()]{{0,60}}|[^()]{{0,40}}[-–—/،: ]{_CREDITS})\)\s*[.]?$"
    rf"|[-–—|](?:(?<=\s.)\s?(?:صوره\s)?{_CREDITS}$|(?<=\w[-–—])\s?ارشيف\w*$)"
    r"|صوره (?:ارشيفيه|تعبيريه|توضيحيه|متداوله|نشرها|وزعتها)\b[^.]{0,60}$"
    r"|(?:تصوير|عدسه)\s?[:/-]\s?\S+(?: \S+){0,6}\)?$"
)
_LABELS = wordlist.load("agents.clean", "captions.toml").words("labels")
_PICTURE_LABEL = re.compile(rf"[/|(–—-]\s?(?:{'|'.join(sorted(_LABELS))})\s?:")
"""What stands between a caption and who took the picture: «… / صورة: AA»."""
_CREDIT = re.compile(r"\(([^()]{2,40})\)$|\s[-–—|/]\s*([^()\-–—|/]{2,30})$|[©]\s?([\w ./]{2,30})$")


def find_caption(line: Line, _site: Site) -> str:
    """Return `caption` for a line that ends in a photo credit or says that it is a picture's: «… (رويترز)»."""
    if not (line.kinds & (BRACKET | JOINT | DOT | SIGN) or "صوره " in line.folded):
        return ""
    if _STARTS.match(line.folded) or names_picture(line) or _ENDS.search(line.folded):
        return "caption"
    credit = _CREDIT.search(line.folded)
    if credit is None or line.count < _MIN_CREDITED_WORDS:
        return ""
    name = credit[1] or credit[2] or credit[3] or ""
    return "caption" if any(map(read_agency, re.split(r"[-–—/،,|]", name))) else ""


def names_picture(line: Line) -> bool:
    """Whether a line says that it is a picture's, within it: «مدينة نابلس. / صورة: AA»."""
    return ":" in line.folded and _PICTURE_LABEL.search(line.folded) is not None


def find_picture_rights(line: Line, _site: Site) -> str:
    """Return `caption` for a line that opens with ©, where no phrase of a copyright line stands in it."""
    return "caption" if line.folded[0] == "©" and line.match is None else ""


def is_worded_as_caption(line: Line) -> bool:
    """Whether a line without a credit is worded as captions are: «فلان خلال استقباله …», «من اللقاء …»."""
    first = line.words[0]
    if first in _OPENERS or (first == "من" and line.count > 1 and line.words[1].startswith("ال")):
        return True
    return not _SHOWING.isdisjoint(line.words)
