"""The conversation in a terminal: canonical messages as lines of text, a keyboard, files saved on request."""
