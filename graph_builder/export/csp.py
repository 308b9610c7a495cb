"""The Content-Security-Policy of the pages: no connections, and no scripts and styles but their own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence


def content_security_policy(scripts: Sequence[str], styles: Sequence[str], forms: str = "'none'") -> str:
    """Return a Content-Security-Policy that allows these scripts and styles only, and no connection.

    `forms` is where forms may be sent.
    """
    rules = ["default-src 'none'"]
    if scripts:
        rules.append(f"script-src {' '.join(map(_digest, scripts))}")
    rules += [f"style-src {' '.join(map(_digest, styles))}", "img-src data:", "base-uri 'none'", f"form-action {forms}"]
    return "; ".join(rules)


def _digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode('utf-8')).digest()).decode('ascii')}'"
