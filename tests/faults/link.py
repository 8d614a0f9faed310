"""The connection between workers and a broker: a TCP proxy that drops, holds, delays and half-closes on demand."""

import asyncio
from contextlib import suppress

CHUNK_BYTES = 65_536


class Link:
    """A proxy on 127.0.0.1 that passes bytes on to another port.

    Attributes
    ----------
    port
        Where it listens.
    target
        The port to which it passes on; set it before the first client comes.
    delay
        Seconds that each piece waits.
    refusing
        Whether new connections are closed at once.
    """

    def __init__(self) -> None:
        self.port = 0
        self.target = 0
        self.delay = 0.0
        self.refusing = False
        self._flows = asyncio.Event()
        self._flows.set()
        self._mute: set[asyncio.StreamWriter] = set()
        """Clients that hear no more answers."""
        self._ends: dict[asyncio.StreamWriter, asyncio.StreamWriter] = {}
        """The broker's end of each client's connection."""
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Listen no more, and drop what is connected."""
        if self._server is not None:
            self._server.close()
        self.drop()
        while self._ends:
            await asyncio.sleep(0.01)

    def drop(self) -> None:
        """Reset every connection, at both ends."""
        for client, server in self._ends.items():
            client.transport.abort()
            server.transport.abort()
        self._flows.set()

    def hold(self) -> None:
        """Pass nothing on, and keep every connection: neither end knows."""
        self._flows.clear()

    def go_on(self) -> None:
        """Pass on what was held."""
        self._flows.set()

    def half_close(self) -> None:
        """Close the way to the broker in every connection, and pass no answers back: clients believe it open."""
        for client, server in self._ends.items():
            self._mute.add(client)
            if server.can_write_eof() and not server.is_closing():
                server.write_eof()

    async def _connected(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        if self.refusing:
            client.transport.abort()
            return
        try:
            from_server, server = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            client.transport.abort()
            return
        self._ends[client] = server
        try:
            await asyncio.gather(self._pass(reader, server), self._pass(from_server, client))
        finally:
            del self._ends[client]
            self._mute.discard(client)
            client.close()
            server.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass bytes on one way until that way ends."""
        with suppress(OSError, RuntimeError):  # an end that was reset, or half closed
            while piece := await reader.read(CHUNK_BYTES):
                await self._flows.wait()
                if self.delay:
                    await asyncio.sleep(self.delay)
                if writer not in self._mute:
                    writer.write(piece)
                    await writer.drain()
            if writer not in self._mute and writer.can_write_eof():
                writer.write_eof()
