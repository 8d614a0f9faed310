"""How a record becomes JSON bytes and comes back: decoding validates, encoding is orjson."""

from typing import Generic, TypeVar

import msgspec
import orjson

from streams.rejection import Reason, Reject

T = TypeVar("T", bound=msgspec.Struct)


class Struct(msgspec.Struct, frozen=True):
    """A part of a record."""


def encode(record: msgspec.Struct) -> bytes:
    """Return the JSON bytes of a record; the same record gives the same bytes in every process."""
    return orjson.dumps(msgspec.to_builtins(record))


class Codec(Generic[T]):
    """Decodes one kind of record, or says why it cannot."""

    def __init__(self, record: type[T]) -> None:
        self._decoder = msgspec.json.Decoder(record)

    def decode(self, value: bytes | None) -> T:
        """Validate JSON bytes.

        Raises
        ------
        Reject
            With NOT_JSON, NOT_UTF8, WRONG_SCHEMA or WRONG_TYPE.
        """
        try:
            return self._decoder.decode(value or b"null")
        except msgspec.ValidationError as error:
            reason = Reason.WRONG_SCHEMA if "`$.schema`" in str(error) else Reason.WRONG_TYPE
            raise Reject(reason, str(error)) from error
        except UnicodeDecodeError as error:
            raise Reject(Reason.NOT_UTF8, str(error)) from error
        except msgspec.DecodeError as error:
            raise Reject(Reason.NOT_JSON, str(error)) from error
