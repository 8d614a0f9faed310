"""What a pair of entities is called: by the names of both, as the stories say that name both."""

from collections.abc import Sequence

from agents.trend.state import Story
from streams.records.trends import PairedEntity, Subject

BETWEEN = " + "


def named(subject: Subject, other: str, together: Sequence[Sequence[Story]]) -> Subject:
    """Return a pair with its names: the subject's, and the greatest that a story has of the other.

    Parameters
    ----------
    subject
        The entity of the smaller id, which owns the pair.
    other
        The id of the other one.
    together
        Stories that name both, by hour.
    """
    nameless = ("", "")
    arabic, english = max(
        (story.names.get(other, nameless) for stories in together for story in stories), default=nameless
    )
    both = [
        PairedEntity(id=subject.id, name_ar=subject.name_ar, name_en=subject.name_en),
        PairedEntity(id=other, name_ar=arabic or None, name_en=english or None),
    ]
    return Subject(
        kind="pair",
        id=f"{subject.id}+{other}",
        name_ar=_joined([each.name_ar for each in both]),
        name_en=_joined([each.name_en or each.name_ar for each in both])
        if any(each.name_en for each in both)
        else None,
        ids=[subject.id, other],
        entities=both,
    )


def _joined(names: Sequence[str | None]) -> str | None:
    """Return names in one; none where one is missing."""
    known = [name for name in names if name]
    return BETWEEN.join(known) if len(known) == len(names) else None
