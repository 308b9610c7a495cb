"""What surrounds the code: workflows, hooks and issue forms name commands, versions and files that exist."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
HOOKS = ROOT / ".pre-commit-config.yaml"

# The programs that steps run, and the packages of the extra `test` that install them.
PROGRAMS = {"ruff": "ruff", "mypy": "mypy", "lint-imports": "import-linter", "mkdocs": "mkdocs", "pytest": "pytest"}


def installed_with(extra: str) -> set[str]:
    """Return the names of the packages of an extra, with those of the extras that it takes in."""
    names = set()
    for requirement in PROJECT["optional-dependencies"][extra]:
        if own := re.fullmatch(r"graph-builder\[(.+)\]", requirement):
            names |= {name for within in own[1].split(",") for name in installed_with(within)}
        else:
            names.add(re.split(r"[\[<>=]", requirement)[0])
    return names


def commands(workflow: Path) -> list[list[str]]:
    """Return every command that the steps of a workflow run, as words."""
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    scripts = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    return [shlex.split(line) for script in scripts for line in script.splitlines()]


def test_there_are_workflows() -> None:
    assert {path.stem for path in WORKFLOWS} == {"lint", "tests", "wheel"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_actions_are_pinned_by_major_version(path: Path) -> None:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    actions = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert actions
    assert [action for action in actions if not re.fullmatch(r"actions/[a-z-]+@v\d+", action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_commands_name_programs_extras_and_paths_that_exist(path: Path) -> None:
    packages = installed_with("test")
    for words in commands(path):
        program = words[2] if words[:2] == ["python", "-m"] else Path(words[0]).name
        if program in PROGRAMS:
            assert PROGRAMS[program] in packages, words
        elif program == "graph-builder":
            assert program in PROJECT["scripts"]
        else:
            assert program in {"cd", "cp", "git", "hatchling", "npm", "pip", "sudo", "venv"}, words
        for extra in re.findall(r"\.\[(\w+)\]", " ".join(words)):
            assert extra in PROJECT["optional-dependencies"], words
        for name in words[1:]:
            if re.match(r"(tests|graph_builder|seeds)(/|$)", name) or name == "constraints.txt":
                assert (ROOT / name).exists(), words


def test_workflows_and_classifiers_name_the_same_versions_of_python() -> None:
    matrix = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
    tested = matrix["jobs"]["linux"]["strategy"]["matrix"]["python"]
    prefix = "Programming Language :: Python :: "
    assert [each.removeprefix(prefix) for each in PROJECT["classifiers"] if each.startswith(prefix)] == tested
    assert PROJECT["requires-python"] == f">={tested[0]}"


def test_hooks_before_a_commit_are_the_checks_of_the_lint_workflow() -> None:
    [repository] = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))["repos"]
    hooks = {hook["entry"] for hook in repository["hooks"]}
    checks = {" ".join(words) for words in commands(ROOT / ".github" / "workflows" / "lint.yml")}
    assert hooks == {"ruff format", "ruff check", "mypy", "lint-imports"}
    assert {"ruff format --check .", "ruff check .", "mypy", "lint-imports"} <= checks


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_issue_form_asks_for_what_it_needs(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"] and form["description"]
    ids = [field["id"] for field in form["body"]]
    assert len(set(ids)) == len(ids)
    assert all(field["attributes"]["label"] for field in form["body"])
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_changelog_is_in_the_form_of_keep_a_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert releases[0] == "Unreleased"
    assert [each for each in releases[1:] if not re.fullmatch(r"\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d", each)] == []
    groups = re.findall(r"^### (.+)$", text, flags=re.MULTILINE)
    assert set(groups) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert re.findall(r"^(?:- |  ).*\n\n- .*", text, flags=re.MULTILINE) == []  # a list in two parts
