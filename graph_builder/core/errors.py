"""The errors that a user can cause, in three levels: catch one at the level that you can react to.

    GraphBuilderError
    ├── BuildError                  articles cannot be turned into graphs
    │   ├── SettingsError           a setting has a value that cannot be used (also a ValueError)
    │   ├── InputError              there is nothing to read, or nothing that can be read
    │   ├── LexiconError            a lexicon file has missing or malformed entries
    │   ├── ModelsError             model weights are missing, damaged or cannot be loaded
    │   ├── AnnotationError         the language pipeline failed on a text
    │   ├── ClusterError            a Dask cluster cannot be reached, or its workers cannot do the work
    │   └── OutputError             a folder or file cannot be written
    │       └── CacheError          the cache folder cannot be used
    ├── ResultError                 a finished build cannot be read, searched, changed or measured
    │   ├── DamagedBuildError       a file of the build is missing, damaged or of another version
    │   ├── GoldError               hand annotation cannot be read, or does not fit the build
    │   ├── EntityError             a name does not identify one entity (also a LookupError)
    │   │   ├── UnknownEntityError  no entity has the name
    │   │   └── AmbiguousEntityError  several entities have the name
    │   ├── DecisionError           a decision cannot be read, applied or saved
    │   └── ChoiceError             an argument is none of the allowed values (also a ValueError)
    ├── StoreError                  RDF cannot be queried or sent
    │   ├── QueryError              a SPARQL query is invalid, not allowed, or takes too long
    │   └── RemoteStoreError        a triple store cannot be reached, or refuses a request
    ├── MissingPackageError         a package that an extra brings is not installed
    └── TrainingError               models cannot be trained or evaluated: a corpus or an earlier stage is missing

Each message is one sentence: what is wrong, where, and how to fix it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class GraphBuilderError(Exception):
    """Base class of all errors that a user can cause and fix.

    Attributes:
        path: The file or folder at fault; None if there is none.
        name: The value at fault, such as the name of an entity, a query or a column; None if there is none.
        suggestions: Values that could be given instead of `name`, the most likely first.
    """

    def __init__(
        self, message: str, *, path: str | Path | None = None, name: str | None = None, suggestions: Iterable[str] = ()
    ) -> None:
        # `args` holds the message alone: pickle calls the class with it, then restores the attributes.
        super().__init__(message)
        self.path = None if path is None else Path(path)
        self.name = name
        self.suggestions = tuple(suggestions)


class BuildError(GraphBuilderError):
    """Articles cannot be turned into graphs."""


class SettingsError(BuildError, ValueError):
    """A setting has a value that cannot be used."""


class InputError(BuildError):
    """There is nothing to read, or nothing that can be read."""


class LexiconError(BuildError):
    """A lexicon file of the package has missing or malformed entries."""


class ModelsError(BuildError):
    """Model weights are missing, damaged, not in the expected layout, or cannot be loaded."""


class AnnotationError(BuildError):
    """The language pipeline failed on a text."""


class ClusterError(BuildError):
    """A Dask cluster cannot be reached, or its workers cannot do the work."""


class OutputError(BuildError):
    """A folder or file cannot be written."""


class CacheError(OutputError):
    """The cache folder cannot be used."""


class ResultError(GraphBuilderError):
    """A finished build cannot be read, searched, changed or measured."""


class DamagedBuildError(ResultError):
    """A file of a finished build is missing, damaged or was written by another version."""


class GoldError(ResultError):
    """Hand annotation cannot be read, or does not fit the build that it is compared with."""


class EntityError(ResultError, LookupError):
    """A name does not identify one entity of a build."""


class UnknownEntityError(EntityError):
    """No entity has the name; `suggestions` are similar names."""


class AmbiguousEntityError(EntityError):
    """Several entities have the name; `suggestions` are their ids."""


class DecisionError(ResultError):
    """A decision about an entity cannot be read, applied or saved."""


class ChoiceError(ResultError, ValueError):
    """An argument is none of the allowed values; `suggestions` are the most similar of these."""


class StoreError(GraphBuilderError):
    """The RDF of a build cannot be queried or sent to a triple store."""


class QueryError(StoreError):
    """A SPARQL query is invalid, not allowed, or takes too long."""


class RemoteStoreError(StoreError):
    """A triple store cannot be reached, or refuses a request."""


class TrainingError(GraphBuilderError):
    """Models cannot be trained or evaluated: a corpus, or the result of an earlier stage, is missing."""


class MissingPackageError(GraphBuilderError):
    """A package that an extra of graph-builder brings is not installed."""
