"""`make lexicon`: write the artifact."""

import lzma
from pathlib import Path

import click
import msgspec

from agents.tag_entities.lexicon.lexicon import ARTIFACT
from agents.training.lexicon.compile import build


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path(__file__).parents[2] / "tag_entities" / "lexicon" / ARTIFACT,
)
def main(output: Path) -> None:
    """Compile curated files and packages into the lexicon; the same input gives the same bytes."""
    artifact = build()
    data = lzma.compress(msgspec.msgpack.encode(artifact, order="deterministic"), preset=9)
    output.write_bytes(data)
    curated = sum(1 for known in artifact.entities if known.geonames is None)
    click.echo(
        f"{output.name}: {len(data):,} bytes, {len(artifact.entities):,} entities ({curated:,} not from GeoNames), "
        f"{len(artifact.surfaces):,} surfaces, {len(artifact.demonyms):,} demonym forms"
    )


if __name__ == "__main__":
    main()
