"""`assistant train`: train the model when what it learns from has changed."""

from __future__ import annotations

import hashlib
import io
import json
import os
from contextlib import redirect_stdout
from pathlib import Path

import click

from bot.cli.errors import BadInput
from bot.cli.progress import sign_of_life
from bot.settings import ROOT, models_dir

NAME = "assistant"
LEARNT_FROM = (
    "config.yml",
    "domain.yml",
    "data/**/*.yml",
    "bot/nlu/*.py",
    "bot/adapters/importer.py",
    "requirements.lock",
)


def fingerprint(root: Path = ROOT) -> str:
    """What the model depends on: examples, rules, components, locked packages, and the names of the answers."""
    digest = hashlib.sha256()
    for pattern in LEARNT_FROM:
        for path in sorted(root.glob(pattern)):
            digest.update(str(path.relative_to(root)).encode() + path.read_bytes())
    for path in sorted((root / "content").glob("*/*.md")):
        digest.update(str(path.relative_to(root)).encode())
    return digest.hexdigest()


def up_to_date(folder: Path) -> bool:
    """Is there a model trained from what stands here now?"""
    stamp = folder / f"{NAME}.json"
    if not (folder / f"{NAME}.tar.gz").is_file() or not stamp.is_file():
        return False
    return bool(json.loads(stamp.read_text())["fingerprint"] == fingerprint())


def train_model(folder: Path, force: bool = False) -> bool:
    """Train if needed; says whether it did.

    Raises:
        BadInput: the training data cannot be used.
    """
    if up_to_date(folder) and not force:
        return False
    from bot.adapters import without_tensorflow

    without_tensorflow.install()
    from bot.cli.runtime import quiet

    quiet()
    from rasa.model_training import train as rasa_train

    os.chdir(ROOT)
    before = fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    said = io.StringIO()
    with sign_of_life(), redirect_stdout(said):
        result = rasa_train(
            domain="domain.yml",
            config="config.yml",
            training_files=["data"],
            output=str(folder),
            fixed_model_name=NAME,
            force_training=force,
        )
    if result.model is None:
        click.echo(said.getvalue(), err=True)
        raise BadInput("L'entraînement n'a pas produit de modèle : voyez les lignes ci-dessus.")
    (folder / f"{NAME}.json").write_text(json.dumps({"fingerprint": before}))
    return True


@click.command()
@click.option("--force", is_flag=True, help="Entraîne même si rien n'a changé.")
def train(force: bool) -> None:
    """Entraîne le modèle si ses exemples, ses règles ou ses composants ont changé."""
    folder = models_dir()
    if not force and up_to_date(folder):
        click.echo("Le modèle est à jour.")
        return
    click.echo("Entraînement du modèle : une à deux minutes…")
    train_model(folder, force)
    click.echo("Le modèle est prêt.")
