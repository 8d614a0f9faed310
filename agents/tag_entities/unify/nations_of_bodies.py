"""Bodies that say no nation are those of the country that their article is about: وزارة الصحة in Rabat, in Amman."""

from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.national_bodies import body_of
from agents.tag_entities.lexicon.national_teams import FOOTBALL_TEAM, OTHER_GAMES, TEAM, has_team, team_of
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.bodies import (
    BARE,
    BODIES,
    MINISTRY,
    NATIONAL_HEADS,
    NATIONAL_RANKS,
    OF_MANY_LANDS,
    PORTFOLIOS,
    PUBLIC,
    RANKS,
    SPORT_ONLY,
)
from agents.tag_entities.words.roles import FOOTBALL, GAMES

_OF_TEXT = "org:ar:"
_IN, _AT = "في", "ب"


class NationsOfBodies:
    """The pass that tells bodies of one name apart by their country; where none is told they stay as they are."""

    name = "NationsOfBodies"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def run(self, draft: Draft) -> None:
        """Give unknown public bodies an id of their country's."""
        country_id = draft.context.country or _country_of_places(draft)
        country = self._lexicon.known(country_id) if country_id else None
        for name in reversed(draft.names):  # what a body is part of stands behind it
            entity = name.entity
            if entity.known is not None:
                self._move(draft, name, entity.known)
            elif entity.id.startswith(_OF_TEXT):
                beside = _country_behind(draft, name)
                draft.rename(name, self._national(entity, self._lexicon.known(beside) if beside else country))

    def _move(self, draft: Draft, name: Name, known: Known) -> None:
        """Let a body whose name says no nation be of the country that it is in: المحكمة الاتحادية العليا في أبوظبي."""
        place = _behind(draft, name)
        is_in = place is not None and place.entity.type == "LOC" and draft.tokens.words[name.last] == _IN
        country = place.entity.country if place is not None and is_in else None
        if known.type != "ORG" or country is None or not known.countries or country in known.countries:
            return
        entity = EntityRef.of_text("ORG", draft.tokens.text[name.start : name.end])
        if known.id not in self._lexicon.own and self._is_national(entity.id.removeprefix(_OF_TEXT).split("-")):
            draft.rename(name, self._national(entity, self._lexicon.known(country)))

    def _national(self, entity: EntityRef, country: Known | None) -> EntityRef:
        """Return a body as that of the nation in its name, else of its article's country where each has such a body."""
        words = entity.id.removeprefix(_OF_TEXT).split("-")
        game = words[-1] if words[-2:-1] and words[-2] in GAMES and words[0] == TEAM else ""
        if game in OTHER_GAMES or (words[2:] and words[-1] in FOOTBALL and words[-2] in GAMES):
            words = words[:-2]
        nation = self._nation(words)
        bare = [word for word in words if word not in self._lexicon.demonyms]
        if nation is not None and bare:
            if words[0] == TEAM and len(bare) in (1, len(words)):
                return team_of(self._lexicon, nation, game if game in OTHER_GAMES else "")
            return self._composed([MINISTRY, *bare] if bare[0] in BARE else bare, entity.ar, nation) or entity
        if country is None or country.iso is None or len(bare) < len(words):
            return entity
        composed = self._composed(words, entity.ar, country)
        if composed is not None or not self._is_national(words):
            return composed or entity
        bearers = self._lexicon.bearers(" ".join(words))
        listed = [bearer.known for bearer in bearers if country.id in bearer.known.countries]
        if len(listed) == 1:
            return EntityRef.of_lexicon(listed[0])
        return entity._replace(id=f"{entity.id}:{country.iso.lower()}", country=country.id)

    def _nation(self, words: list[str]) -> Known | None:
        """Return the one country that a name says, by its adjective or behind the word for a team."""
        found = {self._lexicon.demonyms[word] for word in words[1:] if word in self._lexicon.demonyms}
        if not found and words[0] == TEAM:
            name = " ".join(words[1:])
            bearers = self._lexicon.bearers(name) or self._lexicon.bearers(name.removeprefix(ARTICLE))
            found = {bearer.known.id for bearer in bearers if has_team(bearer.known)}
        return self._lexicon.known(next(iter(found))) if len(found) == 1 else None

    def _composed(self, words: list[str], name: str, country: Known) -> EntityRef | None:
        """Return a ministry or a body of a kind that has an id in every country, None for others."""
        portfolio = PORTFOLIOS.get(words[1]) if words[0] == MINISTRY and words[1:] else None
        if portfolio is not None:
            english = f"{portfolio.replace('-', ' ').title()} Ministry"
            return body_of(self._lexicon, country, f"{portfolio}-ministry", english, name)
        slug, english = BODIES.get(" ".join(words), ("", ""))
        if slug == FOOTBALL_TEAM:
            return team_of(self._lexicon, country)
        if not slug or words[0] in SPORT_ONLY:
            return None
        return body_of(self._lexicon, country, slug, english, name)

    def _is_national(self, words: list[str]) -> bool:
        """Whether a name is one that each country has a body of: nothing in it is a name, or says of how many lands."""
        head, rest = words[0], words[1:]
        if not rest or not (head in PUBLIC or ARTICLE + head in PUBLIC or head in NATIONAL_HEADS):
            return False
        if any(word in RANKS and word not in NATIONAL_RANKS for word in rest):
            return False
        if rest[0] in NATIONAL_RANKS:
            return True
        return OF_MANY_LANDS.isdisjoint(words) and not any(map(self._is_name, rest))

    def _is_name(self, word: str) -> bool:
        """Whether a word is no common one, or a place that is hardly anything else: اتحاد عمال [تونس]."""
        places = (bearer for bearer in self._lexicon.bearers(word) if bearer.known.type == "LOC")
        return not self._word_kinds[word].common or any(not bearer.weak for bearer in places)


def _country_behind(draft: Draft, name: Name) -> str | None:
    """Return the country of the body that a body is part of, or that it is in: لجنة في [البرلمان الأيرلندي]."""
    whole = _behind(draft, name)
    if whole is None or (whole.entity.type != "ORG" and whole.entity.country != whole.entity.id):
        return None
    return whole.entity.country


def _behind(draft: Draft, name: Name) -> Name | None:
    """Return what stands behind a name, and behind في or ب where there is one."""
    tokens, last = draft.tokens, name.last
    if last >= len(tokens.words) or tokens.between(last - 1) != " ":
        return None
    whole = draft.name_at(last)
    if whole is None and tokens.words[last] == _IN and tokens.between(last) == " ":
        whole = draft.name_at(last + 1)
    elif whole is None or tokens.words[last][: whole.start - tokens.spans[last][0]] != _AT:
        return None
    return whole


def _country_of_places(draft: Draft) -> str | None:
    """Return the one country of the places that were found, where those without doubt tell none."""
    places = [name for name in draft.names if name.entity.type == "LOC" and name.first not in draft.context.desk]
    found = {name.entity.country for name in places if name.entity.country is not None}
    return next(iter(found)) if len(found) == 1 and not draft.context.country_weights else None
