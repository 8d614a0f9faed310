"""The stages' pure functions in a row, with no broker: what `rasid enrich` and the benchmarks call."""

from collections.abc import Sequence
from typing import NamedTuple

from agents import stage
from agents.clean import step as clean_step
from agents.clean.cleaner import Cleaner, ExplainedLine
from agents.clean.fields import outlet_register
from agents.clean.fields.ids import outlet_id
from agents.clean.judge.outlet_profile import Profile, learn
from agents.clean.read.raw_page import decode_page
from agents.stage import Incoming
from agents.tag_entities.explain import Explained, explain
from agents.tag_entities.tagger import Tagger
from agents.tag_topics.classifier import Classifier
from streams.records.articles import Article
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.rejection import Reject
from streams.settings import Settings


class ExplainedPage(NamedTuple):
    """The article of a page, and why it is what it is."""

    article: Article
    lines: list[ExplainedLine]
    """Each line of the page with its role, its reason, and the test or pass that said so."""
    found: Explained
    """The names of the article's text with the passes that made them."""


class Pipeline:
    """Cleans, tags and classifies pages in the order in which they come, learning outlets' chrome as a stream would."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.tagger = Tagger.load(settings)
        self.classifier = Classifier.load(settings)
        self._profiles: dict[str, Profile] = {}
        outlet_register.load(settings.outlets_extra)  # a file that is wrong is said before any page is read

    def enrich(self, batch: Sequence[Incoming]) -> list[EnrichedArticle | Rejected]:
        """Return each raw page's enriched article or its rejection, in order."""
        cleaned = [self.clean(incoming) for incoming in batch]
        articles = [article for article in cleaned if isinstance(article, Article)]
        enriched = iter(self.classifier.enrich(self.tagger.tag(articles)))
        return [next(enriched) if isinstance(result, Article) else result for result in cleaned]

    def clean(self, incoming: Incoming) -> Article | Rejected:
        """Return a raw page's article or its rejection, and learn from it."""
        try:
            cleaned = clean_step.clean_record(incoming, self._profiles.get, self.settings)
        except Reject as reject:
            return stage.rejected(clean_step.NAME, incoming, reject)
        self._profiles[cleaned.outlet] = cleaned.profile
        return cleaned.article

    def explain(self, batch: Sequence[Incoming]) -> list[ExplainedPage | Rejected]:
        """Return why each raw page's lines and names are taken for what they are, or its rejection, in order."""
        return [self._explain(incoming) for incoming in batch]

    def _explain(self, incoming: Incoming) -> ExplainedPage | Rejected:
        try:
            raw = decode_page(incoming.value, self.settings)
            outlet = outlet_id(raw)
            profile = self._profiles.get(outlet)
            cleaned = Cleaner(self.settings).explain(raw, incoming.origin, incoming.time, profile)
        except Reject as reject:
            return stage.rejected(clean_step.NAME, incoming, reject)
        self._profiles[outlet] = learn(profile, cleaned.article)
        tagged = self.tagger.read_articles([cleaned.article])[0]
        return ExplainedPage(cleaned.article, cleaned.lines, explain(tagged))
