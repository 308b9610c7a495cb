"""Manual annotation of newspaper articles: one note per article, without its text.

The `E` lines of a note list the people, places and organizations with every spelling of their names, the `R` lines the
relations with their triggers. The articles are those of the plain text corpus; a note refers to one by its number there
and the digest of its text. The notes in `later/` were written after the folds of cross-validation had been drawn.
"""

from __future__ import annotations

import hashlib
import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_builder.core.errors import TrainingError

NOTES = Path(__file__).with_name("articles")
CORPUS = "text/news.txt.xz"
_LATER = "later"

_HEAD = re.compile(r"# article (\d+) of (\S+), sha256 ([0-9a-f]{16})")
_MARKS = "\u0610-\u061a\u064b-\u0652\u0670\u0640"
_LETTER = "\u0621-\u063a\u0641-\u064a"
_MARK = re.compile(f"[{_MARKS}]")
_A_LETTER = re.compile(f"[{_LETTER}]")
_STOP = re.compile(rf"(?<![0-9٠-٩])[.؟!]+[»\"”)]*(?=\s|[{_LETTER}])")

# What may be written together with the word after it, and together with one that loses the alif of its article.
_PROCLITICS = tuple(joint + preposition for joint in ("", "و", "ف") for preposition in ("", "ب", "ل", "ك"))
_PROCLITICS_AND_ARTICLE = ("ل", "ول", "فل")
# A sentence with fewer words is joined to the one before it.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity in a note.

    Attributes:
        id: An id that is the same in all notes.
        kind: PER, LOC or ORG.
        name: The main name.
        surfaces: The spellings, each with the numbers of the sentences, from 1, in which alone it is a mention, or,
            if negative, in which it is not; without numbers it is one wherever it occurs as whole words.
    """

    id: str
    kind: str
    name: str
    surfaces: tuple[tuple[str, frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation in a note.

    Attributes:
        sentence: The number of the sentence, from 1.
        subject: The id of the subject.
        predicate: The predicate.
        object: The id of the object.
        trigger: The words that state it.
        note: The title of an office, or `negated`, `reported`, `future`.
    """

    sentence: int
    subject: str
    predicate: str
    object: str
    trigger: str
    note: str


@dataclass(frozen=True, slots=True)
class Note:
    """The annotation of one article; `number` is its index in the corpus, from 0."""

    number: int
    digest: str
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: its start and end in the article, in code points, and the entity."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its annotation; mentions do not overlap and are in the order of the text."""

    note: Note
    text: str
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """The name of its files."""
        return f"n{self.note.number:05}"


def digest(text: str) -> str:
    """Return the digest by which a note identifies its article."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def notes(folder: Path = NOTES) -> list[Note]:
    """Return the notes of a folder and of its folder `later/`, in the order of their articles.

    Raises:
        TrainingError: If one cannot be read.
    """
    return sorted((_note(path) for path in folder.rglob("*.note")), key=lambda note: note.number)


def articles(data: Path, folder: Path = NOTES) -> list[Article]:
    """Return the annotated articles; `data` is the folder of the corpora.

    Raises:
        TrainingError: If an article is not the one that was annotated, or lacks a name of its note.
    """
    texts = corpus(data)
    found = []
    for note in notes(folder):
        text = texts[note.number] if note.number < len(texts) else ""
        if digest(text) != note.digest:
            raise TrainingError(f"Article {note.number} of {data / CORPUS} is not the one that was annotated.")
        found.append(Article(note, text, mentions(text, note)))
    return found


def corpus(data: Path) -> list[str]:
    """Return the articles to which notes refer by number.

    Raises:
        TrainingError: If they cannot be read.
    """
    path = data / CORPUS
    try:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            return [text.strip("\n") for text in file.read().split("\n\n") if text.strip()]
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path} cannot be read ({error}); put the plain text there.") from error


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the start and end of the sentences to which notes refer by number.

    They are the lines, split after . ؟ ! where both parts have enough words.
    """
    cuts = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(line[0]):
            end = line.start() + stop.end()
            if min(len(part.split()) for part in (text[start:end], text[end : line.end()])) >= _SHORTEST:
                cuts.append((start, end))
                start = end
        if text[start : line.end()].strip():
            cuts.append((start, line.end()))
    return cuts


def mentions(text: str, note: Note) -> tuple[Mention, ...]:
    """Return the mentions of the entities of a note: whole words, also after clitics, longest names first.

    Raises:
        TrainingError: If the article lacks a name.
    """
    cuts = sentences(text)
    wanted = [(surface, where, entity) for entity in note.entities for surface, where in entity.surfaces]
    taken: set[int] = set()
    found: list[Mention] = []
    plain, places = _without_marks(text)
    for surface, where, entity in sorted(wanted, key=lambda each: -len(each[0])):
        seen = False
        for first, last in _occurrences(surface, plain):
            start, end = places[first], places[last]
            sentence = next((i for i, (opened, closed) in enumerate(cuts, 1) if opened <= start < closed), 0)
            here = -sentence not in where and (sentence in where or all(number < 0 for number in where))
            seen = seen or here
            if here and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found.append(Mention(start, end, entity))
        if not seen:
            raise TrainingError(f"Article {note.number} lacks the name «{surface}» of its note.")
    return tuple(sorted(found, key=lambda mention: mention.start))


def marked(article: Article) -> str:
    """Return the article with each mention as [[KIND:entity|surface]], the format of `graph-builder evaluate`."""
    parts, last = [], 0
    for each in article.mentions:
        parts.append(article.text[last : each.start])
        parts.append(f"[[{each.entity.kind}:{each.entity.id}|{article.text[each.start : each.end]}]]")
        last = each.end
    return "".join([*parts, article.text[last:]])


def relation_rows(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield the relations of an article as rows.

    The columns are subject, predicate, object, trigger, beginning of the sentence, note, start and end of the sentence.
    """
    cuts = sentences(article.text)
    for each in article.note.relations:
        start, end = cuts[each.sentence - 1]
        snippet = " ".join(article.text[start:end].split()[:6])
        yield each.subject, each.predicate, each.object, each.trigger, snippet, each.note, str(start), str(end)


def write_gold(these: Sequence[Article], folder: Path) -> None:
    """Write articles as gold annotation: NAME.txt, NAME.ann.txt, NAME.rel.tsv and entities.tsv."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in these:
        (folder / f"{article.name}.txt").write_bytes(article.text.encode())
        (folder / f"{article.name}.ann.txt").write_bytes(marked(article).encode())
        rows = "".join("\t".join(row) + "\n" for row in relation_rows(article))
        (folder / f"{article.name}.rel.tsv").write_bytes(rows.encode())
    every = sorted({(e.id, e.kind, e.name) for article in these for e in article.note.entities})
    (folder / "entities.tsv").write_bytes("".join("\t".join(row) + "\n" for row in every).encode())


def _note(path: Path) -> Note:
    try:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise TrainingError(f"{path} cannot be read ({error}); restore it.") from error
    head = _HEAD.fullmatch(first)
    if head is None or head[2] != CORPUS:
        raise TrainingError(f"{path}, line 1: it does not name the article of {CORPUS} that is annotated.")
    entities: list[Entity] = []
    relations: list[Relation] = []
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if cells[0] == "E" and len(cells) == 5:
            entities.append(Entity(cells[1], cells[2], cells[3], tuple(_surface(s) for s in cells[4].split("؛"))))
        elif cells[0] == "R" and len(cells) in (6, 7) and cells[1].isdigit():
            _, sentence, subject, predicate, of, trigger, *more = cells
            relations.append(Relation(int(sentence), subject, predicate, of, trigger, "".join(more)))
        else:
            raise TrainingError(f"{path}, line {number}: it is neither an entity nor a relation; correct it.")
    return Note(int(head[1]), head[3], tuple(entities), tuple(relations), path.parent.name == _LATER)


def _surface(written: str) -> tuple[str, frozenset[int]]:
    surface, _, where = written.partition("@")
    return surface, frozenset(int(number) for number in where.split(",") if number)


def _without_marks(text: str) -> tuple[str, list[int]]:
    """Return a text without diacritics, and where each of its characters and its end stand in the text."""
    where = [index for index, letter in enumerate(text) if not _MARK.match(letter)]
    return "".join(text[index] for index in where), [*where, len(text)]


def _occurrences(surface: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands as whole words, also after clitics, in text order; «الجيش» also stands in «للجيش».

    Args:
        surface: The name.
        text: The text, without diacritics.
    """
    letters = _MARK.sub("", surface)
    ways = [(letters, _PROCLITICS)]
    if letters.startswith("ال"):
        ways.append((letters[1:], _PROCLITICS_AND_ARTICLE))
    found = [
        (start, start + len(word))
        for word, proclitics in ways
        for start in _starts(word, text)
        if any(_stands_after(text, start, each) for each in proclitics)
    ]
    yield from sorted(found)


def _starts(word: str, text: str) -> Iterator[int]:
    """Yield where a word stands that no letter follows."""
    start = text.find(word)
    while start >= 0:
        if not _A_LETTER.match(text, start + len(word)):
            yield start
        start = text.find(word, start + 1)


def _stands_after(text: str, start: int, proclitic: str) -> bool:
    first = start - len(proclitic)
    return first >= 0 and text.startswith(proclitic, first) and not (first and _A_LETTER.match(text, first - 1))
