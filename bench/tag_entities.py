"""How fast names are found: `python -m bench.tag_entities [ARTICLES]` prints a table, of one core's time."""

import gzip
import itertools
import json
import sys
import time
from collections.abc import Callable

import msgspec

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold_with_offsets
from agents.arabic.tokens import Tokens, tokenize
from agents.tag_entities.lexicon.flags import pack
from agents.tag_entities.lexicon.lexicon import Lexicon, packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.match.surfaces import Surfaces
from agents.tag_entities.name_model.model import NameModel
from agents.tag_entities.tagger import Tagger
from agents.tag_entities.word_kinds import WordKinds
from bench import data
from streams.records.articles import Article, Source
from streams.records.origin import Origin

LETTERS = "ابتجدرسعفقلمنوي"


def texts(count: int) -> list[str]:
    """Return real articles where they are, else one of the project's own over and over."""
    path = data.SHARED / "news" / "saudinewsnet-dev.jsonl.gz"
    if not path.exists():
        own = "أكد وزير الخارجية الروسي، سيرغي لافروف، أن «روسيا مستعدة للحوار»، بحسب وكالة تاس. "
        return [own * 20] * count
    with gzip.open(path) as file:
        rows = [json.loads(line) for line in itertools.islice(file, count)]
    return [f"{row['title']}\n{row['content']}" for row in rows]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor time of the second of two runs: the first fills what is remembered of words."""
    work()
    start = time.process_time()
    work()
    return time.process_time() - start


def enlarged(base: Lexicon, times: int) -> Lexicon:
    """Return a lexicon with so many times the surfaces: invented names of two words, the first of them real."""
    firsts = sorted({surface.split(" ")[0] for surface in base.surfaces})
    invented = (f"{first} {''.join(word)}" for word in itertools.product(LETTERS, repeat=5) for first in firsts)
    wanted = (times - 1) * len(base.surfaces)
    surfaces = {**base.artifact.surfaces, **{name: [pack(1, 0)] for name in itertools.islice(invented, wanted)}}
    return Lexicon(msgspec.structs.replace(base.artifact, surfaces=surfaces), "bench")


def article(number: int, text: str) -> Article:
    """Return an article of a text."""
    return Article(
        id=f"b-{number}",
        origin=Origin(topic="pages", partition=0, offset=number),
        received_at="2021-01-28T00:00:00Z",
        source=Source(id="bench", name="bench"),
        language="ar",
        title=text.split("\n", 1)[0],
        text=text,
        published_at="2021-01-28T00:00:00Z",
        fingerprint="",
    )


def matching(lexicon: Lexicon, tokens: list[Tokens]) -> float:
    """Time the look-up of surfaces, the choice of where to look included."""
    surfaces = Surfaces(lexicon, WordKinds(lexicon))

    def work() -> None:
        for one in tokens:
            surfaces.find(one, [at for at, word in enumerate(one.words) if surfaces.starts(word)])

    return timed(work)


def main(count: int) -> None:
    """Print the table."""
    articles = [article(i, text) for i, text in enumerate(texts(count))]
    tokens = [tokenize(fold_with_offsets(a.text).text) for a in articles]
    words = sum(len(one.words) for one in tokens)
    start = time.perf_counter()
    packaged.cache_clear()
    lexicon = packaged()
    loading = time.perf_counter() - start
    lexicon = Lexicon(lexicon.artifact, lexicon.version)
    plain, full = Tagger(Watched(lexicon, ""), None), Tagger(Watched(lexicon, ""), NameModel.load())
    rows = [
        ("fold and cut", timed(lambda: [tokenize(fold_with_offsets(a.text).text) for a in articles])),
        ("dates", timed(lambda: [find_dates(one) for one in tokens])),
        (f"lexicon, {len(lexicon.surfaces):,} surfaces", matching(lexicon, tokens)),
        (f"lexicon, {10 * len(lexicon.surfaces):,} surfaces", matching(enlarged(lexicon, 10), tokens)),
        ("whole stage, no model", timed(lambda: [plain.tag(articles[i : i + 64]) for i in range(0, count, 64)])),
        ("whole stage", timed(lambda: [full.tag(articles[i : i + 64]) for i in range(0, count, 64)])),
    ]
    print(f"{len(articles):,} articles, {words:,} tokens; the lexicon loads in {loading:.2f} s")
    print(f"{'':32}{'tokens/s':>12}{'articles/s':>12}{'µs/article':>12}")
    for name, seconds in rows:
        rate = len(articles) / seconds
        print(f"{name:32}{words / seconds:12,.0f}{rate:12,.0f}{1e6 / rate:12,.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
