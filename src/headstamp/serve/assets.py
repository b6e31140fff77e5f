"""The files that pages load: ours, and those that were fetched when the package was made."""

from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from headstamp.serve.rendering import STATIC

_YEAR_S = 365 * 24 * 3600


class Assets(StaticFiles):
    """Static files, to be kept by browsers: an address names a content (`rendering.asset`).

    What was compressed beforehand is sent so.
    """

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, compressed where there is one and the browser takes it."""
        accepts = Headers(scope=scope).get("accept-encoding", "")
        packed = "gzip" in accepts and Path(STATIC, f"{path}.gz").is_file()
        answer = await super().get_response(f"{path}.gz" if packed else path, scope)
        if packed:
            plain, _ = self.lookup_path(path)
            answer.headers["content-type"] = _TYPES.get(Path(plain).suffix, "text/plain")
            answer.headers["content-encoding"] = "gzip"
        answer.headers["vary"] = "accept-encoding"
        if scope["query_string"]:
            answer.headers["cache-control"] = f"public, max-age={_YEAR_S}, immutable"
        return answer


_TYPES = {".js": "text/javascript; charset=utf-8", ".json": "application/json"}
