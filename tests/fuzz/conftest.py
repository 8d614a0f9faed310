"""What the fuzz tests share: the stages, ready, and samples of every topic."""

import pytest

from streams.settings import Settings
from tests.fuzz.stages import DEMO, Samples, Stage, all_stages, flow


@pytest.fixture(scope="session")
def fuzz_settings() -> Settings:
    """Return settings with a file of rules of every kind."""
    rules = DEMO.parent / "alerts-example.toml"
    return Settings(alerts_file=str(rules), article_partitions=1, entity_partitions=1)


@pytest.fixture(scope="session")
def stages(fuzz_settings: Settings) -> list[Stage]:
    """Return all stages in the order of the flow."""
    return all_stages(fuzz_settings)


@pytest.fixture(scope="session")
def samples(stages: list[Stage]) -> Samples:
    """Return what stands on each topic when the demo's pages have gone through."""
    return flow(stages)
