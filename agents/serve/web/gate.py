"""Who may ask, and how often; and the headers that every answer has."""

import hashlib
import hmac
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from agents.serve.web.problems import problem
from streams import metrics

COOKIE = "rasid_session"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may load and do: nothing that is not ours, nothing that stands in the page itself."""
SAFE = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
OPEN = ("/healthz", "/docs", "/page")
"""What needs no token: there are no data in it."""
MAX_ADDRESS_BYTES = 8_000
"""Of a path and its parameters."""
MAX_CALLERS = 10_000
"""Addresses whose rate is remembered."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Who may ask."""

    token: str = ""
    """Empty: everybody who reaches the port."""
    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "[::1]"})
    """By which names the dashboard may be asked; a foreign site whose name is made to lead here is refused."""
    origins: frozenset[str] = frozenset()
    """Sites whose scripts may ask too."""
    per_second: float = 100.0
    """Requests of one address, in the long run."""
    burst: float = 400.0
    """Requests of one address at once."""


class Gate:
    """The outermost part of the app.

    Parameters
    ----------
    app
        What is inside.
    rules
        Who may ask.
    clock
        Seconds that only go on.
    """

    def __init__(self, app: ASGIApp, rules: Rules, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._rules = rules
        self._clock = clock
        self._callers: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = self._clock()
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        allowed = origin if origin in self._rules.origins else None

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in SAFE.items():
                    found.setdefault(name, value)
                if allowed is not None:
                    found["access-control-allow-origin"] = allowed
                    found.add_vary_header("Origin")
                metrics.DASHBOARD_SECONDS.labels(message["status"]).observe(self._clock() - began)
            await send(message)

        answer = self._refusal(scope, headers) or self._preflight(scope, allowed) or self._session(scope, headers)
        if answer is not None:
            await answer(scope, receive, send_safely)
        else:
            await self._app(scope, receive, send_safely)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        path = scope["path"]
        host = headers.get("host", "").lower()
        name = host[: host.rfind(":")] if not host.endswith("]") and ":" in host else host
        if "*" not in self._rules.hosts and name not in self._rules.hosts:
            return problem(HTTPStatus.MISDIRECTED_REQUEST, f"this dashboard is not {name or 'without a name'}")
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > MAX_ADDRESS_BYTES:
            return problem(HTTPStatus.REQUEST_URI_TOO_LONG, f"an address has {MAX_ADDRESS_BYTES} bytes at most")
        if not self._is_in_time(scope["client"][0] if scope.get("client") else ""):
            detail = f"at most {self._rules.per_second:g} requests a second; wait a moment"
            return problem(HTTPStatus.TOO_MANY_REQUESTS, detail, {"retry-after": "1"})
        is_open = path == "/" or any(path == start or path.startswith(f"{start}/") for start in OPEN)
        if not is_open and scope["method"] != "OPTIONS" and not self._is_known(headers):
            detail = "send the token that RASID_API_TOKEN holds: Authorization: Bearer TOKEN"
            return problem(HTTPStatus.UNAUTHORIZED, detail, {"www-authenticate": "Bearer"})
        return None

    def _is_in_time(self, caller: str) -> bool:
        """Whether an address has not asked too often, by a bucket that fills with time."""
        now = self._clock()
        left, at = self._callers.pop(caller, (self._rules.burst, now))
        left = min(self._rules.burst, left + (now - at) * self._rules.per_second)
        is_in_time = left >= 1
        self._callers[caller] = (left - 1 if is_in_time else left, now)
        if len(self._callers) > MAX_CALLERS:
            self._callers.popitem(last=False)
        return is_in_time

    def _is_known(self, headers: Headers) -> bool:
        token = self._rules.token
        if not token:
            return True
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode()):
            return True
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and hmac.compare_digest(cookie.value.encode(), session_of(token).encode())

    def _preflight(self, scope: Scope, allowed: str | None) -> Response | None:
        if scope["method"] != "OPTIONS" or allowed is None:
            return None
        return Response(
            status_code=HTTPStatus.NO_CONTENT,
            headers={
                "access-control-allow-methods": "GET",
                "access-control-allow-headers": "Authorization, Last-Event-ID",
                "access-control-max-age": "600",
            },
        )

    def _session(self, scope: Scope, headers: Headers) -> Response | None:
        """Give a browser that has shown the token a cookie in place of it, since EventSource sends no headers."""
        if scope["path"] != "/api/v1/session" or scope["method"] != "POST":
            return None
        answer = Response(status_code=HTTPStatus.NO_CONTENT)
        if self._rules.token:
            is_secure = scope["scheme"] == "https" or headers.get("x-forwarded-proto") == "https"
            answer.set_cookie(
                COOKIE, session_of(self._rules.token), httponly=True, samesite="strict", secure=is_secure, path="/"
            )
        return answer


def session_of(token: str) -> str:
    """Return what a browser keeps in place of the token; the token cannot be found from it."""
    return hmac.new(token.encode(), b"rasid dashboard session", hashlib.sha256).hexdigest()
