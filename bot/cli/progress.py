"""A sign of life during long steps."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click

EVERY_SECONDS = 10.0


@contextmanager
def sign_of_life(every: float = EVERY_SECONDS) -> Iterator[None]:
    """Say on the error stream, from time to time, since when the step has been going on."""
    done = threading.Event()

    def tell() -> None:
        told = 0
        while not done.wait(every):
            told += 1
            click.echo(f"  … toujours en cours ({told * every:.0f} s)", err=True)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()
