"""The stages' pure functions in a row, with no broker: what `rasid enrich` and the benchmarks call."""

from collections.abc import Sequence

from agents import stage
from agents.clean import step as clean_step
from agents.clean.judge.outlet_profile import Profile
from agents.stage import Incoming
from agents.tag_entities.tagger import Tagger
from agents.tag_topics.classifier import Classifier
from streams.records.articles import Article
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.rejection import Reject
from streams.settings import Settings


class Pipeline:
    """Cleans, tags and classifies pages in the order in which they come, learning outlets' chrome as a stream would."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.tagger = Tagger.load(settings)
        self.classifier = Classifier.load(settings)
        self._profiles: dict[str, Profile] = {}

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
