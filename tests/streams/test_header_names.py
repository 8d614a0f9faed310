"""Names of headers that are no UTF-8, as other clients write them."""

import pytest
from aiokafka.record.default_records import DefaultRecordBatch, _DefaultRecordBatchBuilderPy
from aiokafka.record.memory_records import MemoryRecords

from streams.header_names import Records

VALUES = ("ا".encode(), b"", None, b"x" * 300)


class Name(str):
    """A header's name that is written with bytes of its own."""

    __slots__ = ()

    def encode(self, *_: str) -> bytes:  # noqa: D102 - str's
        return super().encode("latin-1")


def batch(names: list[list[bytes]], compression: int = 0, first_offset: int = 0) -> bytes:
    """Return a batch as a broker sends it, with a record for each list of headers' names."""
    builder = _DefaultRecordBatchBuilderPy(2, compression, 0, -1, -1, -1, 1_000_000)
    for offset, of_record in enumerate(names):
        headers = [(Name(raw.decode("latin-1")), value) for raw, value in zip(of_record, VALUES, strict=False)]
        builder.append(offset, 1000 + offset, b"key", b"value", headers)
    sent = bytearray(builder.build())
    sent[:8] = first_offset.to_bytes(8, "big")
    return bytes(sent)


def read(buffer: bytes) -> list[tuple[int, list[tuple[str, bytes | None]]]]:
    """Return the offsets and headers of all records."""
    records = Records(buffer)
    found = []
    while records.has_next():
        found += [(record.offset, list(record.headers)) for record in records.next_batch()]
    return found


@pytest.mark.parametrize("compression", [0, DefaultRecordBatch.CODEC_GZIP, DefaultRecordBatch.CODEC_ZSTD])
def test_a_name_that_is_no_utf8_has_question_marks(compression: int):
    """Each record comes out once, those beside it as they are, with its key, value and the other headers."""
    names = [[b"good"], [b"\xff\xfe", "عربي".encode(), b"a\xffb"], [], [b"last", b"\xc3"]]
    sent = batch(names, compression)
    assert read(sent) == [
        (0, [("good", VALUES[0])]),
        (1, [("??", VALUES[0]), ("عربي", VALUES[1]), ("a?b", VALUES[2])]),
        (2, []),
        (3, [("last", VALUES[0]), ("?", VALUES[1])]),
    ]


def test_only_the_batch_that_needs_it_is_mended():
    """Of several batches in one fetch each is read from its own place, and nothing is read twice."""
    sent = batch([[b"a"]]) + batch([[b"b"], [b"\xff"]], first_offset=1) + batch([[b"c"]], first_offset=3)
    assert [(offset, headers[0][0]) for offset, headers in read(sent)] == [(0, "a"), (1, "b"), (2, "?"), (3, "c")]


def test_aiokafka_alone_cannot_read_it():
    """What is mended is needed: without it the whole fetch fails."""
    with pytest.raises(UnicodeDecodeError) as failed:
        list(MemoryRecords(batch([[b"\xff"]])).next_batch())
    assert failed.value.object == b"\xff"
