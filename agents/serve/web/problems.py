"""Errors as RFC 9457 has them: problem details in JSON."""

from http import HTTPStatus

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from agents.serve.live.hub import FullError
from agents.serve.query.cursor import BadRequestError
from agents.serve.store.readers import SlowQueryError

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = "5"


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """Return a problem as an answer.

    Parameters
    ----------
    status
        Of HTTP.
    detail
        What is wrong here, and what to do.
    headers
        More of them.
    """
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(orjson.dumps(body), status, headers, MEDIA_TYPE)


def register(app: FastAPI) -> None:
    """Answer every error of an app with a problem."""

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        details = [f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors()]
        return problem(HTTPStatus.BAD_REQUEST, "; ".join(details))

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> Response:
        return problem(error.status_code, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(BadRequestError)
    async def unusable(_: Request, error: BadRequestError) -> Response:
        return problem(HTTPStatus.BAD_REQUEST, str(error))

    @app.exception_handler(SlowQueryError)
    async def slow(_: Request, error: SlowQueryError) -> Response:
        detail = f"{error}; ask for a shorter window, or for less at once"
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"retry-after": RETRY_SECONDS})

    @app.exception_handler(Exception)
    async def failed(_: Request, __: Exception) -> Response:
        # The server logs what it was; a caller has no use for it.
        detail = "the dashboard failed here, and its log says how; that is a mistake in Rasid, please report it"
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail)

    @app.exception_handler(FullError)
    async def full(_: Request, error: FullError) -> Response:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"retry-after": RETRY_SECONDS})
