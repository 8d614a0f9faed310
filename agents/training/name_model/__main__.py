"""Train the name model and write its file: `python -m agents.training.name_model --data ../shared/data`.

Steps: name lists; word vectors, counted and from an encoder; the neural tagger, and small students, on the annotated
corpora, names exchanged; their common opinion of unlabelled news; a last student on both, with the rounding of the
integers; its further training on the annotated news of today, which `--from FILE` alone does. What the steps make is
kept in the work folder and not made again while it is there: the neural tagger's file, too, which `RASID_NAME_MODEL`
may name. About an hour and a half on two cores.
"""

import logging
import random
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
import torch

from agents.arabic.folding import fold
from agents.evaluate.conll import Sentence
from agents.tag_entities.name_model.features import Lexical, Phrases
from agents.tag_entities.name_model.model import FILE
from agents.tag_entities.name_model.neural import NeuralModel
from agents.training.annotations.convert import PARTS
from agents.training.name_model import (
    annotated,
    corpora,
    counted_vectors,
    encoder_vectors,
    further,
    gazetteer,
    neural_tagger,
    newer_words,
    silver,
    student_training,
    variations,
)
from agents.training.name_model.examples import Example, Words
from agents.training.name_model.student import LARGE, Student

_log = logging.getLogger(__name__)

WOJOOD_WEIGHT = 0.5
"""What a Wojood sentence counts: its types were made ours by rule."""
CHANGED_SHARE = 0.5
"""Share of the annotated sentences that are changed in a pass."""
SILVER_WEIGHT = 0.5
"""What a sentence counts that only models have labelled."""
SILVER_CHANGED_SHARE = 0.3
CONTEXT_WORDS = 250_000
"""Words of news that the encoder reads."""
SILVER_WORDS = 600_000
"""Words of news that the models label."""
STUDENTS = 3
"""Whose opinions are asked, beside the neural tagger's."""
READABLE_WORDS = range(5, 50)
"""Words of a sentence that the encoder reads."""
LABELLED_WORDS = range(4, 80)
"""Words of a sentence that the models label."""
NEURAL_WEIGHT = 3.0
"""What the neural tagger's opinion counts, a student's being 1."""
NEURAL = "neural.onnx"
BEFORE_NEWS = "before_news.npz"
STUDENT_PLAN = student_training.Plan(epochs=6, rate=2e-3, keep=0.75, seed=1)
SHIPPED_PLAN = student_training.Plan(epochs=6, rate=2e-3, keep=0.8, seed=9, rounded=1)


class Gold(NamedTuple):
    """Annotated sentences with what each counts, and the development parts."""

    train: list[tuple[Sentence, float]]
    dev: dict[str, list[Sentence]]


def gold(root: Path) -> Gold:
    """Return the annotated corpora."""
    anercorp, held = corpora.anercorp(root)
    train = [(s, 1.0) for s in [*anercorp, *corpora.topcoder(root, "train")]]
    train += [(s, WOJOOD_WEIGHT) for s in corpora.wojood(root, "train")]
    dev = {"anercorp": held, "topcoder": corpora.topcoder(root, "dev"), "wojood": corpora.wojood(root, "val")}
    return Gold(train, dev)


def vectors(root: Path, train: list[tuple[Sentence, float]], work: Path) -> tuple[list[str], np.ndarray]:
    """Return the vocabulary and its vectors, (words, numbers)."""
    kept = work / "vectors.npz"
    if not kept.exists():
        words, ids = counted_vectors.words_of(_folded(root, train))
        counted = counted_vectors.vectors(ids, len(words))
        chosen = encoder_vectors.choose(_readable(root), {w: i for i, w in enumerate(words)}, CONTEXT_WORDS)
        _log.info("vectors: %d words; %d read by the encoder", len(words), chosen.words)
        both = np.concatenate([counted, encoder_vectors.vectors(chosen.sentences, words)], axis=1)
        np.savez(kept, words=np.array(words), vectors=both)
    with np.load(kept) as arrays:
        return [str(word) for word in arrays["words"]], arrays["vectors"]


def _folded(root: Path, train: list[tuple[Sentence, float]]) -> Iterator[list[str]]:
    for article in corpora.news(root):
        yield from ([fold(word) for word in sentence] for sentence in article)
    yield from ([fold(word) for word in article] for article in corpora.classes(root))
    yield from ([fold(word) for word in sentence.tokens] for sentence, _ in train)


def _mixed(root: Path, seed: int) -> list[list[list[str]]]:
    articles = list(corpora.news(root))
    random.Random(seed).shuffle(articles)  # noqa: S311 - a sample of text
    return articles


def _readable(root: Path) -> Iterator[list[str]]:
    for article in _mixed(root, 3):
        yield from (sentence for sentence in article if len(sentence) in READABLE_WORDS)


def unlabelled(root: Path, max_words: int) -> list[list[str]]:
    """Return sentences of news, most of the words from articles' first sentences, a part without punctuation."""
    chosen: list[list[str]] = []
    total = 0
    runs = islice(corpora.classes(root), 0, None, 4)
    bare = ([run[at : at + 30] for at in range(0, min(len(run), 120), 30)] for run in runs)
    for article in _mixed(root, 5):
        for sentences in (article[:14], *islice(bare, 1 if len(chosen) % 8 == 0 else 0)):
            kept = [s for s in sentences if len(s) in LABELLED_WORDS]
            chosen += kept
            total += sum(map(len, kept))
        if total >= max_words:
            break
    return chosen


def students(words: Words, table: np.ndarray, corpus: Gold, names: variations.Names, work: Path) -> list[Student]:
    """Return the first students, trained."""
    plain = [words.example(s, weight) for s, weight in corpus.train]

    def examples(_: int, rng: random.Random) -> list[Example]:
        return [
            words.example(variations.change(s, names, rng), weight) if rng.random() < CHANGED_SHARE else example
            for (s, weight), example in zip(corpus.train, plain, strict=True)
        ]

    out = []
    for seed in range(1, STUDENTS + 1):
        kept = work / f"student{seed}.pt"
        torch.manual_seed(seed)
        model = Student(
            table if seed < STUDENTS else table[:, : counted_vectors.SIZE]
        )  # the last one: to think otherwise
        if kept.exists():
            model.load_state_dict(torch.load(kept))
        else:
            student_training.fit(model, words, examples, STUDENT_PLAN._replace(seed=seed), corpus.dev)
            torch.save(model.state_dict(), kept)
        out.append(model)
    return out


def _maybe(sentence: Sentence, names: variations.Names, rng: random.Random, share: float) -> Sentence:
    return variations.change(sentence, names, rng) if rng.random() < share else sentence


def last(
    words: Words, table: np.ndarray, corpus: Gold, names: variations.Names, news: list[tuple[Sentence, np.ndarray]]
) -> Student:
    """Return the student that ships, trained on the annotated corpora and on the others' opinions of news."""
    plain = [words.example(s, SILVER_WEIGHT, soft) for s, soft in news]

    def examples(_: int, rng: random.Random) -> list[Example]:
        annotated = [words.example(_maybe(s, names, rng, CHANGED_SHARE), weight) for s, weight in corpus.train]
        return annotated + [
            words.example(variations.change(s, names, rng), SILVER_WEIGHT)
            if rng.random() < SILVER_CHANGED_SHARE
            else example
            for (s, _), example in zip(news, plain, strict=True)
        ]

    torch.manual_seed(SHIPPED_PLAN.seed)
    model = Student(table, LARGE)
    student_training.fit(model, words, examples, SHIPPED_PLAN, corpus.dev)
    return model


def labelled(words: Words, elders: list[Student], tagger: NeuralModel, root: Path) -> list[tuple[Sentence, np.ndarray]]:
    """Return unlabelled sentences with the labels, and their probabilities, that tagger and first students agree on."""
    sentences = unlabelled(root, SILVER_WORDS)
    opinions = [silver.neural_opinion(tagger, sentences)]
    opinions += [silver.student_opinion(model, words, sentences) for model in elders]
    common = silver.together(opinions, [NEURAL_WEIGHT, *[1.0] * len(elders)])
    ends = np.cumsum([len(s) for s in sentences])[:-1]
    soft = np.split(silver.probabilities(common).astype(np.float16), ends)
    return list(zip(silver.decide(common, sentences), soft, strict=True))


@click.command()
@click.option("--data", "root", type=click.Path(exists=True, path_type=Path), default=Path("../shared/data"))
@click.option("--work", type=click.Path(path_type=Path), default=Path("build/ner"), help="where steps keep results")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(__file__).parents[2] / "tag_entities" / "name_model" / FILE
)
@click.option("--threads", default=2, help="results depend on it a little")
@click.option("--version", default="6", help="what the model calls itself")
@click.option(
    "--from", "start", type=click.Path(exists=True, path_type=Path), help="only train this model file further"
)
@click.option("--widen", is_flag=True, help="with --from: first give it vectors of the words that the news has since")
@click.option(
    "--leave-out", "left_out", type=click.IntRange(0, PARTS - 1), help="a part of the annotated news to leave out"
)
def main(  # noqa: PLR0913, PLR0917 - click's options
    root: Path,
    work: Path,
    out: Path,
    threads: int,
    version: str,
    start: Path | None,
    left_out: int | None,
    *,
    widen: bool,
) -> None:
    """Train the name model and write its file."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(mode=True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # which only costs time
    work.mkdir(parents=True, exist_ok=True)
    corpus, lists = gold(root), gazetteer.collect()
    begun = further.load(start or _before_news(root, work, corpus, lists, threads), lists)
    if start is None or widen:
        begun = newer_words.widen(begun, newer_words.lines(root))
    news = annotated.news(root, left_out)
    dev = corpus.dev | {"news": list(chain.from_iterable(news.held_out))}
    names = variations.Names(begun.words.lexical, corpora.transliterated(root))
    older = [*corpus.train, *((s, WOJOOD_WEIGHT) for s in corpora.wojood_flat(root))]
    further.go_on(begun, older, list(chain.from_iterable(news.train)), names, dev)
    student_training.write(begun.model, begun.words, version, out)


def _before_news(root: Path, work: Path, corpus: Gold, lists: gazetteer.Lists, threads: int) -> Path:
    """Return the file of the student that has not seen the annotated news of today, made where it is not there."""
    file = work / BEFORE_NEWS
    if file.exists():
        return file
    vocabulary, table = vectors(root, corpus.train, work)
    lexical = Lexical(lists.words, {word: i for i, word in enumerate(vocabulary)})
    words = Words(lexical, Phrases(lists.names))
    names = variations.Names(lexical, corpora.transliterated(root))
    if not (work / NEURAL).exists():
        neural_tagger.make(corpus.train, corpus.dev, names, work / NEURAL, "1")
    tagger = NeuralModel.load(work / NEURAL, threads)
    elders = students(words, table, corpus, names, work)
    model = last(words, table, corpus, names, labelled(words, elders, tagger, root))
    student_training.write(model, words, "2", file)
    return file


if __name__ == "__main__":
    main()
