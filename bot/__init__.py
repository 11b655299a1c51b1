"""The assistant: each folder is one station of the way of a message (see docs/architecture.md)."""
