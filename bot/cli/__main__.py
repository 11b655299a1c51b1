"""`python -m bot.cli` is `assistant`."""

from bot.cli import main

main()
