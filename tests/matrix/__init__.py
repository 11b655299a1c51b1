"""The Matrix gateway between a real homeserver, a real assistant, and people who write to it."""
