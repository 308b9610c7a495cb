"""Everything that can go wrong for a user, as one tree.

    GraphBuilderError
    ├── InputError      nothing to read, or nothing readable
    ├── LexiconError    a knowledge file that does not hold what it should
    ├── ModelsError     weights that are absent, damaged or of another layout
    ├── AnnotationError a text on which the language pipeline failed
    ├── ClusterError    a Dask cluster that cannot be joined, or whose workers cannot do the work
    ├── TrainingError   corpora that are missing, or too little to learn from
    ├── CacheError      a cache folder that cannot be used
    ├── OutputError     a folder or disk that cannot be written
    ├── ReviewError     a build that cannot be looked at or measured
    ├── DecisionError   decisions that cannot be read or obeyed
    ├── EntityError     a name that no entity of a build has, or that several have
    ├── ChoiceError     a value that is none of those to choose from
    ├── MissingPackageError a package that an extra brings is not installed
    └── StoreError      a build's RDF that cannot be sent, or a triple store that does not take it

The message of each is one sentence: what, where, and what to do about it.
"""

from __future__ import annotations


class GraphBuilderError(Exception):
    """The base of all errors that a user can cause and mend."""


class InputError(GraphBuilderError):
    """There is nothing to read, or nothing in it can be read."""


class LexiconError(GraphBuilderError):
    """A knowledge file of the package does not hold what it should."""


class ModelsError(GraphBuilderError):
    """The weights are absent, damaged or laid out otherwise than Stanza lays them out."""


class AnnotationError(GraphBuilderError):
    """The language pipeline failed on a text."""


class ClusterError(GraphBuilderError):
    """A Dask cluster cannot be joined, or its workers cannot do the work."""


class TrainingError(GraphBuilderError):
    """The corpora that the models are trained on or measured with are not all there."""


class CacheError(GraphBuilderError):
    """The folder of kept annotations cannot be used."""


class OutputError(GraphBuilderError):
    """What was built cannot be written where it should go."""


class ReviewError(GraphBuilderError):
    """A build that cannot be read back, or has no such entity, or cannot be compared with a hand annotation."""


class DecisionError(GraphBuilderError):
    """A file of decisions that cannot be read, or a decision about what a build does not have."""


class EntityError(GraphBuilderError, LookupError):
    """A name that no entity of a build has, or that several have."""


class ChoiceError(GraphBuilderError, ValueError):
    """A value that is none of those that a question about a build can have."""


class StoreError(GraphBuilderError):
    """A build whose RDF cannot be used, or a triple store that cannot be asked or does not take it."""


class MissingPackageError(GraphBuilderError, ImportError):
    """A package that an extra of graph-builder brings is not installed."""
