"""Telegram: updates come to a webhook, answers leave through the Bot API."""
