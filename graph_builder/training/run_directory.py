"""The folder of a training run: prepared data, language models, vectors, and weights by processor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph_builder.annotate.weights import ENDINGS
from graph_builder.core.errors import TrainingError

PACKAGE = "news"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
# In the order of their dependencies: the tokenizer needs a language model, the vectors need tokenized text.
STAGES = (
    *("endings", "initials", "charlm", "tokenize", "mwt", "vectors", "pos", "lemma", "depparse", "ner"),
    "relations",
)


@dataclass(frozen=True, slots=True)
class RunDirectory:
    """The folder and the paths in it; the parent folder of a path is created on access.

    Raises:
        TrainingError: If a folder cannot be created.
    """

    root: Path

    @property
    def endings(self) -> Path:
        """The list of usual spellings of words whose last letter is often mistyped."""
        return self._made(self.root / "endings") / ENDINGS

    @property
    def initials(self) -> Path:
        """The list of words whose first letter looks like a clitic."""
        return self._made(self.root / "initials") / "initials.txt"

    @property
    def whole(self) -> Path:
        """The list of words that are never split."""
        return self._made(self.root / "initials") / "whole.txt"

    def weights(self, processor: str) -> Path:
        """Return the weights of a processor."""
        return self._made(self.root / processor) / f"{PACKAGE}.pt"

    @property
    def relations(self) -> Path:
        """The weights of the relation classifier."""
        return self._made(self.root / "relations") / f"{PACKAGE}.npz"

    @property
    def cross_validation(self) -> Path:
        """The folder of cross-validation."""
        return self._made(self.root / "cross-validation")

    @property
    def unlabelled(self) -> Path:
        """The folder of the annotations of unlabelled articles."""
        return self._made(self.root / "unlabelled")

    def charlm(self, direction: str) -> Path:
        """Return the character language model of a direction, `forward` or `backward`."""
        return self._made(self.root / "charlm") / f"{direction}.pt"

    def vectors(self, kind: str) -> Path:
        """Return the word vectors of a kind, `words` or `segmented`."""
        return self._made(self.root / "vectors") / f"{kind}.pt"

    def data(self, processor: str) -> Path:
        """Return the folder of prepared training data of a processor."""
        return self._made(self.root / "data" / processor)

    def makes(self, stage: str) -> tuple[Path, ...]:
        """Return the files that a stage writes."""
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
        """Return the stages of which files are missing."""
        return [stage for stage in STAGES if not all(path.is_file() for path in self.makes(stage))]

    @staticmethod
    def _made(folder: Path) -> Path:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TrainingError(
                f"The folder {folder} cannot be created ({error.strerror}); choose another one with --work."
            ) from error
        return folder
