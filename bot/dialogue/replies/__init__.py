"""Reading what people type to a question; every reader can refuse, and says why."""
