"""Whether the schemas of today keep what those of a release promised: fields may be added, and nothing else."""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
SAID_ONLY = frozenset({"description", "title", "$id", "$schema", "default", "definitions"})
"""What explains and promises nothing."""
NOW_REQUIRED = ": required now"


def breaks(released: Schema, today: Schema, *, is_input: bool = False) -> list[str]:
    """Return what a consumer or a producer who was written for a release would stumble over.

    Parameters
    ----------
    released, today
        JSON Schemas of one record, with `definitions`.
    is_input
        Whether users write the record: then a new field must not be required. In what Rasid writes, "required" says
        that a field always stands there.

    Returns
    -------
    list
        Paths with what is wrong there, such as `source.id: removed`; none when all is kept.
    """
    found = _compare(released, today, released, today, "", frozenset())
    return [fault for fault in found if is_input or not fault.endswith(NOW_REQUIRED)]


def _compare(  # noqa: PLR0913, PLR0917 - two documents, and the place in each
    old: Schema, new: Schema, old_root: Schema, new_root: Schema, path: str, within: frozenset[str]
) -> Iterator[str]:
    if "$ref" in old or "$ref" in new:
        if "$ref" not in old or "$ref" not in new:
            yield f"{path}: another type"
            return
        name = old["$ref"].rsplit("/", 1)[1]
        if name in within:
            return
        within |= {name}
        old, new = _part(old, old_root), _part(new, new_root)
    old_fields, new_fields = old.get("properties", {}), new.get("properties", {})
    for field, schema in old_fields.items():
        place = f"{path}.{field}".lstrip(".")
        if field not in new_fields:
            yield f"{place}: removed"
        else:
            yield from _compare(schema, new_fields[field], old_root, new_root, place, within)
    for field in sorted(set(new.get("required", ())) - set(old.get("required", ()))):
        yield f"{path}.{field}{NOW_REQUIRED}".lstrip(".")
    for field in sorted(set(old.get("required", ())) - set(new.get("required", ()))):
        yield f"{path}.{field}: may be left out now".lstrip(".")
    for word in sorted((old.keys() | new.keys()) - SAID_ONLY - {"properties", "required", "$ref"}):
        yield from _compare_word(word, old.get(word), new.get(word), old_root, new_root, path, within)


def _compare_word(  # noqa: PLR0913, PLR0917 - as above
    word: str, old: Any, new: Any, old_root: Schema, new_root: Schema, path: str, within: frozenset[str]
) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _compare(old, new, old_root, new_root, f"{path}[]", within)
    elif word in {"anyOf", "oneOf"} and isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _compare(one, other, old_root, new_root, path, within)
    elif old != new:
        yield f"{path}: {word} was {old}, is {new}"


def _part(schema: Schema, root: Schema) -> Schema:
    part: Schema = root.get("definitions", {}).get(schema["$ref"].rsplit("/", 1)[1], {})
    return part
