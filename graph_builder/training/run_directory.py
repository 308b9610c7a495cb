"""Where the models come to be: a folder with prepared data, language models, vectors, and weights by processor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph_builder.annotate.weights import ENDINGS
from graph_builder.core.errors import TrainingError

PACKAGE = "news"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
# In the order of their needs: the tokenizer reads a language model, the vectors read text that it has cut.
STAGES = (
    *("endings", "initials", "charlm", "tokenize", "mwt", "vectors", "pos", "lemma", "depparse", "ner"),
    "relations",
)


@dataclass(frozen=True, slots=True)
class RunDirectory:
    """The folder, and what stands where in it; a folder that is asked for is there.

    Raises TrainingError where one cannot be made.
    """

    root: Path

    @property
    def endings(self) -> Path:
        return self._made(self.root / "endings") / ENDINGS

    @property
    def initials(self) -> Path:
        return self._made(self.root / "initials") / "initials.txt"

    @property
    def whole(self) -> Path:
        return self._made(self.root / "initials") / "whole.txt"

    def weights(self, processor: str) -> Path:
        return self._made(self.root / processor) / f"{PACKAGE}.pt"

    @property
    def relations(self) -> Path:
        return self._made(self.root / "relations") / f"{PACKAGE}.npz"

    @property
    def cross_validation(self) -> Path:
        return self._made(self.root / "cross-validation")

    def charlm(self, direction: str) -> Path:
        return self._made(self.root / "charlm") / f"{direction}.pt"

    def vectors(self, kind: str) -> Path:
        return self._made(self.root / "vectors") / f"{kind}.pt"

    def data(self, processor: str) -> Path:
        return self._made(self.root / "data" / processor)

    def makes(self, stage: str) -> tuple[Path, ...]:
        """The files that a stage leaves."""
        if stage in ("endings", "relations"):
            return (getattr(self, stage),)
        if stage == "initials":
            return self.initials, self.whole
        if stage == "charlm":
            return self.charlm("forward"), self.charlm("backward")
        if stage == "vectors":
            return self.vectors("words"), self.vectors("segmented")
        return (self.weights(stage),)

    def missing(self) -> list[str]:
        """The stages that have not left all their files yet."""
        return [stage for stage in STAGES if not all(path.is_file() for path in self.makes(stage))]

    @staticmethod
    def _made(folder: Path) -> Path:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TrainingError(
                f"The folder {folder} cannot be made ({error.strerror}); choose another one with --work."
            ) from error
        return folder
