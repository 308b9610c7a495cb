"""Train the processors: one function for each prepares the data and settings, and runs Stanza's trainer."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from graph_builder.training import ner_corpora as names
from graph_builder.training import recognizer, treebank
from graph_builder.training.charlm_cache import cached_representations
from graph_builder.training.mixed_precision import mixed_precision_updates
from graph_builder.training.moving_average import averaged_weights
from graph_builder.training.run_directory import PACKAGE, RunDirectory
from graph_builder.training.treebank import Tree

SHORTHAND = f"ar_{PACKAGE}"
_RECIPE = Path(__file__).with_name("recipe.yaml")
_RETYPED = 0.4


def train_tokenizer(run_directory: RunDirectory, train: Sequence[Tree], dev: Sequence[Tree]) -> None:
    """Train the tokenizer, which also marks multi-word tokens."""
    from stanza.models import tokenizer
    from stanza.models.tokenization.trainer import Trainer
    from stanza.utils.datasets import prepare_tokenizer_data

    folder = run_directory.data("tokenize")
    for part, trees in (("train", train), ("dev", dev)):
        treebank.write(trees, folder / f"{part}.conllu")
        (folder / f"{part}.txt").write_text(treebank.paragraphs(trees), encoding="utf-8")
        prepare_tokenizer_data.main(
            [
                *(str(folder / f"{part}.{kind}") for kind in ("txt", "conllu")),
                *("-o", str(folder / f"{part}.toklabels"), "-m", str(folder / f"{part}-mwt.json")),
            ]
        )
    arguments = _arguments(
        run_directory,
        "tokenize",
        lang="ar",
        txt_file=folder / "train.txt",
        label_file=folder / "train.toklabels",
        dev_txt_file=folder / "dev.txt",
        dev_label_file=folder / "dev.toklabels",
        dev_conll_gold=folder / "dev.conllu",
        mwt_json_file=folder / "dev-mwt.json",
        charlm_shorthand=SHORTHAND,
        charlm_forward_file=run_directory.charlm("forward"),
    )
    with averaged_weights(Trainer):
        tokenizer.main([*arguments, "--charlm"])


def train_expander(run_directory: RunDirectory, train: Sequence[Tree], dev: Sequence[Tree]) -> None:
    """Train the expander of multi-word tokens: وسوريا is و and سوريا."""
    from stanza.models import mwt_expander

    arguments = _arguments(run_directory, "mwt", **_files(run_directory, "mwt", train, dev))
    mwt_expander.main(
        [*arguments, "--gold_file", str(run_directory.data("mwt") / "dev.conllu"), "--no_force_exact_pieces"]
    )


def train_tagger(
    run_directory: RunDirectory, train: Sequence[Tree], dev: Sequence[Tree], bare: Sequence[Tree] = (), **settings: int
) -> None:
    """Train the tagger; `bare` are further training units, which have parts of speech but no features."""
    from stanza.models import tagger
    from stanza.models.pos.trainer import Trainer

    files = _files(run_directory, "pos", train, dev)
    if bare:
        treebank.write(bare, run_directory.data("pos") / "bare.conllu")
        files["train_file"] = f"{files['train_file']};{run_directory.data('pos') / 'bare.conllu'}"
    with cached_representations(), mixed_precision_updates(Trainer), averaged_weights(Trainer):
        arguments = _arguments(
            run_directory, "pos", lang="ar", **files, **_inputs(run_directory, "segmented"), **settings
        )
        tagger.main([*arguments, "--charlm", "--share_hid"])


def tags(run_directory: RunDirectory, trees: Sequence[Tree]) -> list[list[str]]:
    """Return the parts of speech of the words of each unit, by the tagger of the run."""
    tagger = _pipeline(
        run_directory,
        "tokenize,pos",
        tokenize_pretokenized=True,
        pos_model_path=str(run_directory.weights("pos")),
        pos_pretrain_path=str(run_directory.vectors("segmented")),
        pos_forward_charlm_path=str(run_directory.charlm("forward")),
        pos_backward_charlm_path=str(run_directory.charlm("backward")),
    )
    document = tagger([[row[treebank.FORM] for row in tree.words()] for tree in trees])
    return [[word.upos for word in sentence.words] for sentence in document.sentences]


def train_lemmatizer(run_directory: RunDirectory, train: Sequence[Tree], dev: Sequence[Tree]) -> None:
    """Train the lemmatizer; words without a lemma are skipped."""
    from stanza.models import lemmatizer

    lemmatizer.main(
        [*_arguments(run_directory, "lemma", **_files(run_directory, "lemma", train, dev)), "--skip_blank_lemmas"]
    )


def train_parser(run_directory: RunDirectory, train: Sequence[Tree], dev: Sequence[Tree]) -> None:
    """Train the dependency parser."""
    from stanza.models import parser
    from stanza.models.depparse.trainer import Trainer

    files = _files(run_directory, "depparse", train, dev)
    arguments = _arguments(run_directory, "depparse", lang="ar", **files, **_inputs(run_directory, "segmented"))
    with cached_representations(), mixed_precision_updates(Trainer):
        parser.main([*arguments, "--charlm", "--no_checkpoint", "--no_ufeats", "--no_xpos"])


def train_recognizer(
    run_directory: RunDirectory, corpora: Mapping[str, Sequence[names.Sentence]], path: Path, steps: int | None = None
) -> None:
    """Train the named-entity recognizer on all sentences and copies of a share of them with typing noise.

    `steps` are shared by the stages in the proportions of the recipe; None for those of the recipe.
    """
    files = recognizer.Files(
        run_directory.vectors("words"), run_directory.charlm("forward"), run_directory.charlm("backward")
    )
    given = _settings("ner")
    stages = [recognizer.Stage(**stage) for stage in given.pop("stages")]
    if steps:
        total = sum(stage.steps for stage in stages)
        stages = [replace(stage, steps=max(1, stage.steps * steps // total)) for stage in stages]
    retyped = {name: [*s, *names.retyped(s, _RETYPED, random.Random(1))] for name, s in corpora.items()}
    recognizer.train(files, retyped, recognizer.Settings(**given, stages=stages), path)


def segmenter(run_directory: RunDirectory) -> Any:
    """Return a pipeline of the tokenizer and expander of the run, for text that is split into sentences."""
    return _pipeline(
        run_directory,
        "tokenize,mwt",
        tokenize_model_path=str(run_directory.weights("tokenize")),
        tokenize_forward_charlm_path=str(run_directory.charlm("forward")),
        mwt_model_path=str(run_directory.weights("mwt")),
        tokenize_no_ssplit=True,
    )


def _pipeline(run_directory: RunDirectory, processors: str, **settings: Any) -> Any:
    import stanza

    index = run_directory.root / "resources.json"
    index.write_text('{"ar": {"lang_name": "Arabic"}}\n', encoding="utf-8")  # Stanza requires an index
    given = {"processors": processors, "download_method": None, "logging_level": "ERROR", **settings}
    return stanza.Pipeline("ar", dir=str(run_directory.root), **given)


def _files(run_directory: RunDirectory, processor: str, train: Sequence[Tree], dev: Sequence[Tree]) -> dict[str, Any]:
    folder = run_directory.data(processor)
    treebank.write(train, folder / "train.conllu")
    treebank.write(dev, folder / "dev.conllu")
    return {"train_file": folder / "train.conllu", "eval_file": folder / "dev.conllu"}


def _inputs(run_directory: RunDirectory, kind: str) -> dict[str, Any]:
    return {
        "wordvec_pretrain_file": run_directory.vectors(kind),
        "charlm_shorthand": SHORTHAND,
        "charlm_forward_file": run_directory.charlm("forward"),
        "charlm_backward_file": run_directory.charlm("backward"),
    }


def _arguments(run_directory: RunDirectory, processor: str, **more: Any) -> list[str]:
    settings = _settings(processor)
    weights = run_directory.weights(processor)
    given = {"shorthand": SHORTHAND, "save_dir": weights.parent, "save_name": weights.name, **settings, **more}
    return [text for name, value in given.items() for text in (f"--{name}", str(value))]


def _settings(processor: str) -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load(_RECIPE.read_text(encoding="utf-8"))[processor]
    return settings
