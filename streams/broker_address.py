"""Whether bootstrap servers are written as Kafka's clients read them."""

import re

HIGHEST_PORT = 65_535
ADDRESS = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]+)(?::(?P<port>\d+))?")
"""host, host:port or [IPv6]:port."""


def fault(servers: str) -> str | None:
    """Return what is wrong with bootstrap servers, None when nothing is.

    Parameters
    ----------
    servers
        host:port, comma-separated; without a port, 9092 is meant.
    """
    for server in (part.strip() for part in servers.split(",")):
        if "://" in server:
            return f"{server!r} is an address of the web; write host:port, and set security_protocol for TLS or a login"
        found = ADDRESS.fullmatch(server)
        if found is None:
            return f"{server!r} is no broker; write host:port, several with commas between them"
        if found["port"] is not None and not 0 < int(found["port"]) <= HIGHEST_PORT:
            return f"{server!r} has no port between 1 and {HIGHEST_PORT}"
    return None
