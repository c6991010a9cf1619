"""The pages: a form for a draft and what it is held against, and the sheets that come of it."""

from __future__ import annotations

import asyncio
import os
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from claimcheck import languages
from claimcheck.read import READERS
from claimcheck.report.words import Words, known, safe, words
from claimcheck.serve.uploads import MOST_FILES, Checks, RefusedError, field, saved

MOST_PAGES = 20
LONGEST_TEXT = 2_000_000
MOST_WAITING = 4
SECONDS_TO_SEND = 60
_FOLDER = os.path.dirname(__file__)
_SHEET_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'none'; object-src 'none'"


class Page(NamedTuple):
    """A sheet that was made, and the names of the drafts on it."""

    drafts: tuple[str, ...]
    text: str


class Desk:
    """What a session holds, in memory alone: the latest of the sheets it has made, and the text pasted last.

    Browsers forget a form that may not be stored, and whoever mends a draft wants to check it again.
    """

    def __init__(self, token: str, folder: str, checks: Checks, lang_ui: str | None, end: Callable[[], None]) -> None:
        self.token, self.lang_ui = token, lang_ui
        self._folder, self._checks, self._end = folder, checks, end
        self._pages: dict[int, Page] = {}
        self._made = self._waiting = 0
        self._text = ""
        self._ended = False
        style = _asset("form.css")
        environment = Environment(
            loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._template = environment.get_template("form.html")
        self._style = Markup(style)
        hashed = b64encode(sha256(style.encode()).digest()).decode()
        self._policy = (
            f"default-src 'none'; style-src 'sha256-{hashed}'; img-src data:; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        )

    def app(self) -> Starlette:
        """The application, below the token."""
        routes = [
            Route("/", self.start, methods=["GET"]),
            Route("/check", self.check, methods=["POST"]),
            Route("/sheet/{number:int}", self.sheet, methods=["GET"]),
            Route("/end", self.end, methods=["POST"]),
        ]
        return Starlette(routes=[Mount(f"/{self.token}", routes=routes)])

    async def start(self, request: Request) -> Response:
        """The form, with the sheets made so far. Of what an earlier server left in the browser nothing stays."""
        answer = self._form(request)
        if not self._made:
            answer.headers["Clear-Site-Data"] = '"storage"'
        return answer

    async def check(self, request: Request) -> Response:
        """Makes a sheet of what is sent and leads to it, or says what is wrong with it."""
        if self._waiting >= MOST_WAITING:
            return self._form(request, 503, "serve busy")
        self._waiting += 1
        try:
            return await self._checked(request)
        finally:
            self._waiting -= 1

    async def _checked(self, request: Request) -> Response:
        wording = self._words(request)
        with TemporaryDirectory(dir=self._folder) as folder:
            try:
                async with asyncio.timeout(SECONDS_TO_SEND):
                    sent = request.form(max_files=MOST_FILES, max_fields=10, max_part_size=LONGEST_TEXT)
                    async with sent as form:
                        self._text = field(form, "text")
                        asked = await saved(form, folder, f"{wording('serve pasted')}.txt")
            except TimeoutError:
                return self._form(request, 408, "serve slow")
            except HTTPException as error:  # too long, or no form
                return self._form(request, error.status_code, "serve too much", files=MOST_FILES)
            except RefusedError as error:
                return self._form(request, 400, error.key, **error.fields)
            text = await self._checks.page(asked, folder, wording.language)
        if text is None:
            return self._form(request, 422, "serve failed")
        self._made += 1
        self._pages[self._made] = Page(asked.drafts, text)
        for number in list(self._pages)[:-MOST_PAGES]:
            del self._pages[number]
        return RedirectResponse(f"/{self.token}/sheet/{self._made}", 303)

    async def sheet(self, request: Request) -> Response:
        """A sheet that was made; it brings its own policy for scripts and styles."""
        page = self._pages.get(request.path_params["number"])
        if page is None:
            raise HTTPException(404)
        return HTMLResponse(page.text, headers={"Content-Security-Policy": _SHEET_POLICY})

    async def end(self, request: Request) -> Response:
        """Ends the server; the browser forgets what it has kept for it."""
        self._end()
        self._ended = True
        answer = self._form(request, 200, "serve ended")
        answer.headers["Clear-Site-Data"] = '"storage", "cache"'
        return answer

    def _words(self, request: Request) -> Words:
        """The words of the language asked for, else of the first one the browser names that there are words in."""
        named = request.headers.get("accept-language", "").lower().split(",")
        return words(self.lang_ui or next((code for each in named if (code := each.strip()[:2]) in known()), None))

    def _form(self, request: Request, status: int = 200, key: str = "", **fields: Any) -> HTMLResponse:
        """The form, with a sentence above it."""
        wording = self._words(request)
        shown = self._template.render(
            words=wording,
            style=self._style,
            message=safe(wording(key, **fields)) if key else "",
            pages={number: ", ".join(map(safe, page.drafts)) for number, page in self._pages.items()},
            text=self._text,
            token=self.token,
            languages=languages.known(),
            accept=",".join(READERS),
            ended=self._ended,
        )
        return HTMLResponse(shown, status, headers={"Content-Security-Policy": self._policy})


def _asset(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8", newline="") as stream:
        return stream.read()
