"""A YAML file of `content/` in the form of a model."""

from __future__ import annotations

from typing import TypeVar

import yaml
from pydantic import BaseModel

from bot.settings import CONTENT

Model = TypeVar("Model", bound=BaseModel)


def content_file(name: str, model: type[Model]) -> Model:
    """The content of `content/<name>`.

    Raises:
        ValueError: the file does not have the expected form.
    """
    return model.parse_obj(yaml.safe_load((CONTENT / name).read_text(encoding="utf-8")))
