"""INCEpTION: an XMI file for each article and their type system; XMI and JSON files of annotators read back.

Names are annotations of the built-in layer Named entity, whose identifier is the IRI of the entity in the RDF of the
build. Relations and the words that express them are layers of our own. Offsets in the files are UTF-16 code units,
which cassis converts.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_builder.core.errors import GoldError
from graph_builder.exchange.annotation.articles import Article, Name, articles
from graph_builder.exchange.annotation.index import EntityIndex
from graph_builder.exchange.annotation.marked import Arrow, Marked, MarkedTrigger, Region
from graph_builder.io.build_files import knowledge

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

TYPES = "TypeSystem.xml"

_SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
_TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
_NAME = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_RELATION = "webanno.custom.StatedRelation"
_TRIGGER = "webanno.custom.RelationTrigger"


def write(build: Path, folder: Path) -> None:
    """Write NAME.xmi for each article, and their type system.

    Raises:
        DamagedBuildError: A file of the build is missing or damaged.
        OSError: A file cannot be written.
    """
    known = knowledge(build)
    index = EntityIndex.of(build, known.entities)
    types = type_system()
    types.to_xml(folder / TYPES)
    for article in articles(known):
        _cas(article, types, index).to_xmi(folder / f"{article.name}.xmi", pretty_print=True)


def type_system() -> TypeSystem:
    """Return the types of all annotations that are written."""
    from cassis import TypeSystem

    types = TypeSystem()
    for name in (_SENTENCE, _TOKEN):
        types.create_type(name)
    entity = types.create_type(_NAME)
    for feature in ("value", "identifier"):
        types.create_feature(entity, feature, "uima.cas.String")
    return _with_layers(types)


def _with_layers(types: TypeSystem) -> TypeSystem:
    """Return a type system of names after adding the layers of relations."""
    relation = types.create_type(_RELATION)
    for end in ("Governor", "Dependent"):
        types.create_feature(relation, end, _NAME)
    trigger = types.create_type(_TRIGGER)
    for domain, features in ((relation, ("predicate", "polarity", "modality")), (trigger, ("source",))):
        for feature in features:
            types.create_feature(domain, feature, "uima.cas.String")
    return types


def read_xmi(content: bytes, types: TypeSystem | None, where: str, hint: str) -> Marked:
    """Return the article of an XMI file.

    Args:
        content: The file.
        types: Its type system; None if it is not beside it.
        where: The file, named in errors.
        hint: The name of the article, if the name of the file states it.

    Raises:
        GoldError: The file cannot be read.
    """
    from cassis import load_cas_from_xmi

    # Entities in a document type could name other files, or grow without bounds.
    if b"<!DOCTYPE" in content:
        raise GoldError(f"{where} has a document type; export it from INCEpTION as UIMA CAS XMI.", path=where)
    known = types or _every_type()
    return _read(lambda: load_cas_from_xmi(BytesIO(content), known, lenient=True), where, hint)


def read_json(content: bytes, where: str, hint: str) -> Marked:
    """Return the article of a JSON CAS file. Arguments and errors are those of `read_xmi`."""
    from cassis import load_cas_from_json

    return _read(lambda: load_cas_from_json(content.decode("utf-8"), lenient=True), where, hint)


def read_types(content: bytes, where: str) -> TypeSystem:
    """Return the type system in a file.

    Raises:
        GoldError: The file cannot be read.
    """
    if b"<!DOCTYPE" in content:
        raise GoldError(f"{where} has a document type; export it from INCEpTION as UIMA CAS XMI.", path=where)
    try:
        return _types(content)
    except Exception as error:  # cassis lets those of the XML parser and of Python through
        raise _unreadable(where, error) from error


@lru_cache(maxsize=4)
def _types(content: bytes) -> TypeSystem:
    from cassis import load_typesystem

    return load_typesystem(BytesIO(content))


@cache
def _every_type() -> TypeSystem:
    """Return the types of all built-in layers and of our own."""
    from cassis import load_dkpro_core_typesystem

    return _with_layers(load_dkpro_core_typesystem())


def _cas(article: Article, types: TypeSystem, index: EntityIndex) -> Cas:
    from cassis import Cas

    cas = Cas(types, sofa_string=article.text, sofa_mime="text/plain", document_language="ar")

    cas.get_document_annotation().end = len(article.text)

    def add(type_: str, start: int, end: int, **features: Any) -> Any:
        made = types.get_type(type_)(begin=start, end=end, **features)
        cas.add(made)
        return made

    for span in article.sentences:
        add(_SENTENCE, *span)
    for span in _tokens(article):
        add(_TOKEN, *span)
    names: dict[Name, Any] = {
        name: add(_NAME, name.start, name.end, value=name.label, identifier=index.iri(name.entity))
        for name in article.names
    }
    for each in article.statements:
        add(
            *(_RELATION, each.object.start, each.object.end),
            Governor=names[each.subject],
            Dependent=names[each.object],
            predicate=each.predicate,
            polarity=each.polarity if each.polarity != "affirmed" else None,
            modality=each.modality if each.modality != "asserted" else None,
        )
    for trigger in article.triggers:
        add(_TRIGGER, trigger.start, trigger.end, source=index.written(trigger.source) if trigger.source else None)
    return cas


def _tokens(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the bounds of words and punctuation marks, cut where a name begins or ends within a written word."""
    spans = (*((name.start, name.end) for name in article.names), *((t.start, t.end) for t in article.triggers))
    cuts = {offset for span in spans for offset in span}
    for start, end in article.sentences:
        for kind, run in groupby(range(start, end), lambda offset: _letter_class(article.text[offset])):
            if kind == "space":
                continue
            offsets = list(run)
            inner = [each for each in offsets[1:] if each in cuts or kind == "mark"]
            yield from pairwise([offsets[0], *inner, offsets[-1] + 1])


def _letter_class(letter: str) -> str:
    if letter.isspace():
        return "space"
    return "word" if unicodedata.category(letter)[0] in "LMN" else "mark"


def _read(load: Callable[[], Cas], where: str, hint: str) -> Marked:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            cas = load()
            marked = _marked(cas, where, hint)
        except GoldError:
            raise
        except Exception as error:  # cassis lets those of the XML parser and of Python through
            raise _unreadable(where, error) from error
    if any("Not mapping external offset" in str(each.message) for each in told):
        raise GoldError(
            f"{where}: an annotation lies outside the text or within a character; export the articles again.",
            path=where,
        )
    return marked


def _marked(cas: Cas, where: str, hint: str) -> Marked:
    def every(type_: str) -> list[Any]:
        return cas.select(type_) if cas.typesystem.contains_type(type_) else []

    names = {
        str(each.xmiID): Region(each.begin, each.end, each.value or "", each.identifier or "") for each in every(_NAME)
    }
    arrows = tuple(
        Arrow(
            *(str(each.Governor.xmiID), str(each.Dependent.xmiID), each.predicate or ""),
            *(each.polarity or "affirmed", each.modality or "asserted"),
        )
        for each in every(_RELATION)
    )
    triggers = tuple(
        MarkedTrigger(Region(each.begin, each.end, ""), source=each.source or "") for each in every(_TRIGGER)
    )
    return Marked(where, hint, cas.sofa_string or "", names, arrows, triggers)


def _unreadable(where: str, error: Exception) -> GoldError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return GoldError(
        f"{where} cannot be read ({reason}); export it from INCEpTION as UIMA CAS XMI (XML 1.0).", path=where
    )
