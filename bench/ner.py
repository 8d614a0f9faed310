"""How fast a name model tags: tokens a second on one core, cold and warm, by batch size; and how fast it loads.

Run as `OPENBLAS_NUM_THREADS=1 python -m bench.ner [FILE.jsonl.gz] [--model FILE.onnx]`; the lines of FILE.jsonl.gz have
a `content`. Without it sentences are put together from a few words. A neural model gets 50 articles, the other 1,000.
"""

import gzip
import itertools
import json
import random
import re
import time

import click

from agents.tag_entities.name_model.chooser import choose

_TEXT = (
    "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ستواصل الحوار مع الأمم المتحدة في جنيف بشأن سوريا ولبنان والعراق "
    "وأضاف رئيس الوزراء محمد السوداني أن المحادثات مع شركة أرامكو والبنك الدولي تناولت أسعار النفط ، . »"
)


def _articles(path: str | None) -> list[list[list[str]]]:
    if path is None:
        rng = random.Random(1)  # noqa: S311 - sample text
        return [[rng.choices(_TEXT.split(), k=rng.randint(5, 60)) for _ in range(15)] for _ in range(1000)]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["content"] for line in itertools.islice(lines, 1000)]
    return [[re.findall(r"\w+|[^\w\s]", part) for part in re.split(r"(?<=[.!؟])\s+|\n+", text)] for text in texts]


@click.command()
@click.argument("file", required=False)
@click.option("--model", "path", default="")
def main(file: str | None, path: str) -> None:
    """Print the table."""
    articles = _articles(file)[: 50 if path else None]
    tokens = sum(len(sentence) for article in articles for sentence in article)
    began = time.perf_counter()
    choose(path)
    print(f"load      {time.perf_counter() - began:8.2f} s")
    print(f"{'articles a batch':>16}{'cold tokens/s':>16}{'warm tokens/s':>16}")
    for size in (1, 16, 64):
        model = choose(path)
        speeds = []
        for _ in range(2):
            began = time.process_time()
            for at in range(0, len(articles), size):
                batch = articles[at : at + size]
                model.spans(
                    [sentence for article in batch for sentence in article], [len(article) for article in batch]
                )
            speeds.append(tokens / (time.process_time() - began))
        print(f"{size:16}{speeds[0]:16,.0f}{speeds[1]:16,.0f}")


if __name__ == "__main__":
    main()
