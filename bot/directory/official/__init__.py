"""The official list: where it is published, downloaded and checked before it replaces the one in use."""
