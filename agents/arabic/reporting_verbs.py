"""Verbs of reporting, folded: he said, she said, he says, saying. reporting_verbs.toml has a row for each of them."""

from typing import Final, NamedTuple

from agents.arabic import wordlist
from agents.arabic.folding import fold

_LISTS = wordlist.load("agents.arabic", "reporting_verbs.toml")
USES: Final = frozenset(_LISTS.table("uses"))
"""What a verb can do besides; the file says what each means."""


class Verb(NamedTuple):
    """A verb's forms, empty where the table has none, and what it does besides."""

    past: str
    feminine: str
    """In the past: she said."""
    present: str
    participle: str
    uses: frozenset[str]


def _verb(row: dict[str, str]) -> Verb:
    forms = {column: fold(row.get(column, "")) for column in ("past", "feminine", "present", "participle")}
    uses = frozenset(row.get("use", "").split())
    unknown = (row.keys() - forms.keys() - {"use"}) | (uses - USES)
    if unknown or not (forms["past"] or forms["present"] or forms["participle"]):
        raise ValueError(f"reporting_verbs.toml: {row}: {sorted(unknown) or 'no form'}")
    if forms["past"] and not forms["feminine"]:
        forms["feminine"] = forms["past"] + "ت"
    return Verb(**forms, uses=uses)


VERBS: Final = tuple(_verb(row) for row in _LISTS.rows("verbs"))


def pasts(use: str) -> frozenset[str]:
    """Return the past forms of the verbs that have a use; they are the verbs' names."""
    return frozenset(verb.past for verb in VERBS if use in verb.uses)


def presents(use: str) -> frozenset[str]:
    """Return the present forms of the verbs that have a use."""
    return frozenset(verb.present for verb in VERBS if use in verb.uses)


def openings(use: str, *prefixes: str) -> frozenset[str]:
    """Return the past forms, masculine and feminine, of the verbs that have a use, behind each of some prefixes."""
    forms = [form for verb in VERBS if use in verb.uses for form in (verb.past, verb.feminine)]
    return frozenset(prefix + form for form in forms for prefix in prefixes)
