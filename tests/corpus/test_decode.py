"""Decoding of Arabic text."""

from __future__ import annotations

import codecs
import os
import random
from pathlib import Path

import pytest

from graph_builder.corpus.article import Unreadable
from graph_builder.corpus.decode import declaration, decode
from graph_builder.corpus.file import File, load

TEXT = "أكد مدير المرفأ أن الجسر الجديد سيفتح قريبا.\r\nوقال إن «العمل» انتهى، وإن السيارات ستعبر يوم الأحد."
BARE = TEXT.translate({ord(sign): None for sign in "«»،"})


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
    ],
)
def test_decode_utf_8_without_note(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded.text == TEXT
    assert decoded.problems("a.txt") == []


@pytest.mark.parametrize(
    "raw",
    [codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")],
)
def test_decode_utf_16_with_note(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded.text == TEXT
    assert [p.reason for p in decoded.problems("a.txt")] == [
        "it is not UTF-8 and was read as UTF-16, by its byte order mark"
    ]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1256", "Windows-1256"),
        ("iso8859_6", "ISO-8859-6"),
        ("cp720", "the DOS code page 720"),
        ("utf_16_le", "UTF-16 without a byte order mark"),
        ("utf_16_be", "UTF-16 without a byte order mark"),
    ],
)
def test_decode_other_encodings_with_note(encoding: str, name: str) -> None:
    decoded = decode(BARE.encode(encoding))
    assert decoded.text == BARE
    (problem,) = decoded.problems("a.txt")
    assert problem.outcome == "noted"
    assert str(problem).startswith(f"a.txt: it is not UTF-8 and was read as {name}, ")


def test_decode_short_windows_1256() -> None:
    assert decode("حلب".encode("cp1256")).text == "حلب"


def test_decode_declaration_precedes_detection() -> None:
    # Two letters that are Arabic in either encoding.
    raw = "اب".encode("iso8859_6")
    assert decode(raw).text == decode(raw, "iso8859_6").text == "اب"
    decoded = decode("قف".encode("iso8859_6"), "iso8859_6")
    assert decoded.text == "قف"
    assert "ISO-8859-6, as it declares" in decoded.reason


def test_decode_false_declaration_is_ignored() -> None:
    assert decode(TEXT.encode("utf-8"), "cp1256").text == TEXT
    assert decode(TEXT.encode("cp1256"), "iso8859_6").text == TEXT


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="windows-1256">', "cp1256"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=Windows-1256'>", "cp1256"),
        (b"<?xml version='1.0' encoding='ISO-8859-6'?>", "iso8859_6"),
        (b"<meta charset=utf-8>", None),
        (b"<meta charset=latin1>", None),
        (b"<meta charset=hex>", None),
        (b"<meta charset=no-such-thing>", None),
        (b"<p>", None),
    ],
)
def test_decode_declarations_of_arabic_encodings_only(head: bytes, encoding: str | None) -> None:
    assert declaration(head) == encoding


def test_decode_truncated_utf_8() -> None:
    decoded = decode(TEXT.encode("utf-8") + "م".encode()[:1])
    assert decoded.text == TEXT + "\ufffd"
    (problem,) = decoded.problems("a.txt")
    assert problem.outcome == "noted"
    assert problem.reason == "it has damaged characters (1), shown as \ufffd"
    assert decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1]).text == TEXT[:-1] + "\ufffd"


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        random.Random(0).randbytes(5000),
        bytes(byte for byte in random.Random(1).randbytes(5000) if byte),
        TEXT.encode() + b"\0",
        codecs.BOM_UTF16_LE + random.Random(2).randbytes(2001),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        "Les élèves français étaient déjà à l'école".encode("latin-1"),
        "Мост открыли в воскресенье, сообщил директор порта.".encode("cp1251"),
    ],
)
def test_decode_refuses_what_is_no_arabic_text(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="no text in UTF-8 or another encoding of Arabic"):
        decode(raw)


def test_decode_refuses_large_files_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 101)
    assert len(load(File(path, "a.txt"), 101)) == 101
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(Unreadable, match="the file has 101 bytes, and an article may have 100"):
        load(File(path, "a.txt"), 100)


def test_decode_names_empty_files_broken_links_and_pipes(tmp_path: Path) -> None:
    empty, link, pipe = tmp_path / "empty.txt", tmp_path / "link.txt", tmp_path / "pipe.txt"
    empty.touch()
    link.symlink_to("nowhere.txt")
    os.mkfifo(pipe)
    for path, reason in ((empty, "the file is empty"), (link, "a link to something"), (pipe, "a device or a pipe")):
        with pytest.raises(Unreadable, match=reason):
            load(File(path, "a.txt"))
