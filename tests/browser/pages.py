"""Pages that a browser opens from disk, and what is heard of them that a reader should never see."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from tests.browser.hands import wait_for


class Pages:
    """Pages in one browser. `heard` has every message, error, dialog and request that they caused."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        """Open pages in `browser`, each in a context of its own with these options and those of `open`."""
        self.heard: list[str] = []
        self._browser = browser
        self._options = options
        self._contexts: list[BrowserContext] = []

    def open(self, path: Path, address: str = "", ready: str = "window.explorer", **options: Any) -> Page:
        """Return the page of a file once the expression `ready` holds; `address` is what follows its name."""
        context = self._browser.new_context(**{**self._options, **options})
        context.set_default_timeout(8000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("dialog", self._dismiss)
        page.on("request", lambda request: self._requested(request.url, path.as_uri()))
        page.goto(path.as_uri() + address)
        wait_for(page, ready)
        return page

    def close(self) -> None:
        """Close all pages. Raises AssertionError if anything was heard."""
        for context in self._contexts:
            context.close()
        assert self.heard == []

    def _dismiss(self, dialog: Dialog) -> None:
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, url: str, own: str) -> None:
        if not url.startswith(("blob:", "data:")) and url.partition("#")[0] != own:
            self.heard.append(f"request: {url}")
