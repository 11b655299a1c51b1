"""The words: answer files, dated figures inside them, and the one canonical form of a message."""
