"""A SPARQL endpoint over a build: the query operation of the SPARQL 1.1 Protocol, and a page to query by hand.

https://www.w3.org/TR/sparql11-protocol/; updates are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import unquote_to_bytes, urlencode

import pyoxigraph
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    HTTPException,
    InternalServerError,
    MethodNotAllowed,
    NotAcceptable,
    ServiceUnavailable,
    UnsupportedMediaType,
)
from werkzeug.wrappers import Request, Response

from graph_builder.core.errors import DamagedBuildError, QueryError
from graph_builder.export.csp import content_security_policy
from graph_builder.store.named_queries import named_queries
from graph_builder.store.query import Answer, Term, check, parse_graph, parse_rows
from graph_builder.store.renderers import as_csv, shortened
from graph_builder.store.worker import Question, UnacceptableError
from graph_builder.store.workers import QueryWorkers, RefusedError

PATH = "/sparql"

_HTML, _JSON, _TURTLE, _TRIPLES = "text/html", "application/sparql-results+json", "text/turtle", "application/n-triples"

# Media types that a client may ask for, and those of the answer; the first is the default.
_ROWS = {
    _JSON: _JSON,
    "application/sparql-results+xml": "application/sparql-results+xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
    "application/json": _JSON,
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
_GRAPH = {
    _TURTLE: _TURTLE,
    _TRIPLES: _TRIPLES,
    "application/rdf+xml": "application/rdf+xml",
    "application/ld+json": "application/ld+json",
    "text/plain": _TRIPLES,
}
_READ_ONLY = "This endpoint is read-only; send SELECT, ASK, CONSTRUCT or DESCRIBE."
_SHOWN = 1000  # rows on the page
_FORMULAE_ESCAPED = "csv"  # the value of `format` for a table that a spreadsheet may open

_DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .

[] a sd:Service ;
    sd:endpoint <{endpoint}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
        formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:RDF_XML, formats:JSON-LD .
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A term as the page shows it: its text, its language, and the address that it links to."""

    text: str
    language: str
    link: str


def respond(request: Request, workers: QueryWorkers) -> Response:
    """Return the answer of the endpoint.

    Raises:
        HTTPException: The request is not answered; the description says why in one sentence.
    """
    if request.method not in ("GET", "HEAD", "POST"):
        raise MethodNotAllowed(["GET", "HEAD", "POST"], "Send queries by GET or POST.")
    by_hand = _preferred(request, [_JSON, _TURTLE, *_ROWS, *_GRAPH, _HTML]) == _HTML
    try:
        parameters = _parameters(request)
        asked = parameters.getlist("query")
        if not asked and request.method != "POST" and "update" not in parameters:
            return page() if by_hand else _described(request)
        return _answered(request, workers, _checked(parameters, asked), by_hand)
    except HTTPException as error:
        if not by_hand:
            raise
        return page(query=request.values.get("query", ""), fault=error.description or "", status=error.code or 500)


def _parameters(request: Request) -> MultiDict[str, str]:
    """Return the parameters of a query; those of the address and of a form are not mixed."""
    _utf8(unquote_to_bytes(request.query_string))
    if request.method != "POST":
        return request.args
    body = request.get_data()
    if request.mimetype == "application/x-www-form-urlencoded":
        _utf8(unquote_to_bytes(body))
        return request.form
    if request.mimetype == "application/sparql-query":
        return MultiDict([*request.args.items(multi=True), ("query", _utf8(body))])
    if request.mimetype == "application/sparql-update":
        raise Forbidden(_READ_ONLY)
    raise UnsupportedMediaType(
        "A query is sent by POST as application/sparql-query or as application/x-www-form-urlencoded."
    )


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest("The request is not in UTF-8; encode it so.") from None


def _checked(parameters: MultiDict[str, str], asked: Sequence[str]) -> MultiDict[str, str]:
    if "update" in parameters:
        raise Forbidden(_READ_ONLY)
    if len(asked) != 1:
        raise BadRequest(f"A request has one query, and this has {len(asked)}; give it as the parameter `query`.")
    try:
        check(asked[0])
    except QueryError as error:
        raise Forbidden(str(error)) from error
    return parameters


def _answered(request: Request, workers: QueryWorkers, parameters: MultiDict[str, str], by_hand: bool) -> Response:
    query, table = parameters["query"], parameters.get("format") == _FORMULAE_ESCAPED
    shown = by_hand or table
    default, named = parameters.getlist("default-graph-uri"), parameters.getlist("named-graph-uri")
    question = Question(
        query,
        _JSON if shown else _preferred(request, _ROWS),
        _TRIPLES if shown else _preferred(request, _GRAPH),
        tuple(default) if default or named else None,
        tuple(named) if default or named else None,
    )
    media, found = _asked(workers, question)
    if not shown:
        return Response(found, mimetype=media, headers={"Vary": "Accept"})
    answer = parse_graph(found) if media == _TRIPLES else parse_rows(found)
    if table:
        held = {"Content-Disposition": "attachment; filename=answer.csv"}
        return Response("\ufeff" + as_csv(answer), mimetype="text/csv", headers=held)
    return page(query=query, answer=answer)


def _asked(workers: QueryWorkers, question: Question) -> tuple[str, bytes]:
    try:
        return workers.answer(question)
    except SyntaxError as error:
        raise BadRequest(f"SPARQL syntax error ({error}); correct the query there.") from error
    except ValueError as error:
        raise BadRequest(f"The IRI of a graph is invalid ({error}); correct it.") from error
    except UnacceptableError as error:
        raise NotAcceptable(f"The answer can be had as: {', '.join(dict.fromkeys([*_ROWS, *_GRAPH]))}.") from error
    except RefusedError as error:
        raise (ServiceUnavailable(str(error)) if error.passing else InternalServerError(str(error))) from error
    except DamagedBuildError as error:
        raise ServiceUnavailable(str(error)) from error


def _preferred(request: Request, types: dict[str, str] | list[str]) -> str | None:
    """Return the media type of an answer that the client likes best; the first for one that says nothing."""
    if not request.accept_mimetypes:
        return next(iter(types))
    best = request.accept_mimetypes.best_match(types)
    return types.get(best or "") if isinstance(types, dict) else best


def _described(request: Request) -> Response:
    """Return the description of the service, as SPARQL 1.1 Service Description has it."""
    media = _preferred(request, _GRAPH) or _TURTLE
    description = _DESCRIPTION.format(endpoint=f"{request.host_url.rstrip('/')}{PATH}")
    syntax = pyoxigraph.RdfFormat.from_media_type(media)
    written = pyoxigraph.serialize(pyoxigraph.parse(description, format=pyoxigraph.RdfFormat.TURTLE), format=syntax)
    return Response(written, mimetype=media, headers={"Vary": "Accept"})


def page(query: str = "", answer: Answer | None = None, fault: str = "", status: int = 200) -> Response:
    """Return the page to query by hand, with the answer of a query or the reason why there is none."""
    style = _style()
    rows = [] if answer is None else [[_cell(term) for term in row] for row in answer.rows[:_SHOWN]]
    written = _template().render(
        query=query.strip(),
        fault=fault,
        answer=answer,
        rows=rows,
        total=0 if answer is None else len(answer.rows),
        table=f"{PATH}?{urlencode({'query': query, 'format': _FORMULAE_ESCAPED})}",
        queries=[(each, f"{PATH}?{urlencode({'query': each.sparql})}") for each in named_queries()],
        style=Markup(style),
        path=PATH,
    )
    policy = content_security_policy([], [style], forms="'self'") + "; frame-ancestors 'none'"
    return Response(written, status, mimetype=_HTML, headers={"Content-Security-Policy": policy, "Vary": "Accept"})


def _cell(term: Term | None) -> Cell:
    language = (term.language or "") if isinstance(term, pyoxigraph.Literal) else ""
    return Cell(shortened(term), language, _link(term))


def _link(term: Term | None) -> str:
    """Return the address that shows what an IRI denotes: an entity in the explorer, another web address itself."""
    if not isinstance(term, pyoxigraph.NamedNode):
        return ""
    place, _, name = term.value.rpartition("/")
    if place.endswith("/entity") and name.isalnum():
        return f"/explorer.html#selection=entity.{name}"
    return ""


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, loader=PackageLoader("graph_builder.store", "."), trim_blocks=True
    )
    return environment.get_template("endpoint.html.jinja")


@cache
def _style() -> str:
    return (resources.files("graph_builder.store") / "endpoint.css").read_text(encoding="utf-8").strip()
