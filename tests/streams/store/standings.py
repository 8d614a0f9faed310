"""A standing, for tests that need any."""

from streams.store.store import Identity, Standing


def standing(**changes: object) -> Standing:
    """Return the standing of a store that holds everything before offset 10."""
    identity = Identity(cluster="c", table="t.profiles", table_id="1a", progress_id="2b", partition=0, stage="clean")
    fields = {"identity": identity, "position": 10, "progress_position": 5, "progress": b"{}", "at": 1000.0}
    return Standing(**fields | changes)
