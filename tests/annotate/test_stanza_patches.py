"""Stanza's internals are replaced only in the releases whose internals are known."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version

import pytest

from graph_builder.annotate.stanza_patches import check_version
from graph_builder.core.errors import ModelsError
from tests.support.recorded import ROOT


@pytest.mark.parametrize("release", ["1.15.0", "1.15.3"])
def test_stanza_releases_that_are_known_are_accepted(release: str) -> None:
    check_version(release)


@pytest.mark.parametrize("release", ["1.14.0", "1.16.0", "2.0"])
def test_stanza_releases_that_are_not_known_are_refused(release: str) -> None:
    with pytest.raises(ModelsError, match=re.escape(f"Stanza {release} is installed")):
        check_version(release)


def test_stanza_bounds_of_the_package_are_those_of_the_patches() -> None:
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert "stanza>=1.15,<1.16" in dependencies
    check_version(version("stanza"))
