"""How well messages are understood: what was expected, what is decided, and the shares that follow."""
