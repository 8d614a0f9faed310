"""`rasid evaluate ner`: how much of a file's annotated names the name model finds."""

import time
from pathlib import Path

import click

from agents.evaluate.conll import read

TEXT = 40
"""Sentences of a file that are given to the model as one text; within it a word leans on what it is elsewhere."""


@click.command()
@click.option("--model", "path", default="", help="file of a neural name model; without it, the one that ships")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(files: tuple[Path, ...], path: str) -> None:
    """Measure a name model on FILES in CoNLL columns.

    A line has a token and its BIO label; an empty line ends a sentence. A span counts when its first and
    last token and its type are right. Proclitics stay on the tokens. The files do not say where an article
    ends: forty sentences after one another count as one text.
    """
    from agents.evaluate.span_scores import score  # noqa: PLC0415 - loads NumPy, which --help does not need
    from agents.tag_entities.name_model.chooser import choose  # noqa: PLC0415 - as above

    model = choose(path)
    click.echo(f"model {model.version}")
    for file in files:
        sentences = list(read(file.read_text(encoding="utf-8").splitlines()))
        began = time.perf_counter()
        texts = [min(TEXT, len(sentences) - at) for at in range(0, len(sentences), TEXT)]
        found = model.spans([sentence.tokens for sentence in sentences], texts)
        seconds = time.perf_counter() - began
        result = score([s.spans for s in sentences], [[span[:3] for span in spans] for spans in found])
        tokens = sum(len(s.tokens) for s in sentences)
        speed = tokens / max(seconds, 1e-9)
        click.echo(f"\n{file.name}: {len(sentences)} sentences, {tokens} tokens, {speed:,.0f} tokens/s")
        click.echo(f"{'':8}{'precision':>10}{'recall':>10}{'F1':>10}{'names':>10}")
        for name, part in [*result.types.items(), ("all", result.micro)]:
            click.echo(f"{name:8}{part.precision:10.4f}{part.recall:10.4f}{part.f1:10.4f}{part.support:10}")
