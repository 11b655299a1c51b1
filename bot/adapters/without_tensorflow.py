"""Start Rasa without TensorFlow: our pipeline and policies do not use it, and it costs most of start-up and memory.

Rasa imports TensorFlow at the head of many modules, mostly to declare classes; so it does with plots and with the
clients of databases that we do not offer, a tenth of the memory of the process. `install()` puts a stand-in in its
place: any name asked of it is an empty class, so that those declarations succeed and nothing can be computed with
them. Must run before the first `import rasa`. ASSISTANT_TENSORFLOW=1 turns it off.
"""

from __future__ import annotations

import importlib.machinery
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from types import ModuleType
from typing import Any

from bot.settings import use_tensorflow

REPLACED = (
    "tensorflow",
    "tensorflow_addons",
    "tensorflow_hub",
    "tensorflow_text",
    "tensorflow_probability",
    "keras",
    "sentencepiece",
    "transformers",
    "matplotlib",
    "pymongo",
    "boto3",
    "botocore",
)


class _AnythingMeta(type):
    """Attributes, items and operators of the stand-in give the stand-in itself."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything

    def __getitem__(cls, _item: object) -> Any:
        return cls

    def __or__(cls, _other: object) -> Any:
        return cls

    def __ror__(cls, _other: object) -> Any:
        return cls

    def __iter__(cls) -> Any:
        return iter(())


class Anything(metaclass=_AnythingMeta):
    """Stands for a class, a function, a decorator or a constant of the replaced package."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:  # noqa: D102
        if len(args) == 1 and not kwargs and callable(args[0]):  # used as a decorator
            return args[0]
        return object.__new__(cls)

    def __init__(self, *_args: Any, **_kwargs: Any) -> None: ...

    def __call__(self, *args: Any, **_kwargs: Any) -> Any:  # noqa: D102
        return args[0] if args and callable(args[0]) else self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything


class _StandIn(ModuleType):
    __version__ = "2.12.0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] not in REPLACED:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        module = _StandIn(spec.name)
        module.__path__ = []
        return module

    def exec_module(self, module: ModuleType) -> None: ...


def install() -> bool:
    """Replace TensorFlow for this process; says whether it is replaced.

    Does nothing when the setting asks for TensorFlow, or when it is already imported.
    """
    if use_tensorflow() or ("tensorflow" in sys.modules and not installed()):
        return False
    if not installed():
        sys.meta_path.insert(0, _Finder())
    return True


def installed() -> bool:
    """Is the stand-in in place?"""
    return any(isinstance(finder, _Finder) for finder in sys.meta_path)
