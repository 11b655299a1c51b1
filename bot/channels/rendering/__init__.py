"""One canonical message, one renderer a channel: pure functions from its JSON form to what a channel can show."""
