"""Messenger: a page's messages come to a webhook, answers leave through the Send API."""
