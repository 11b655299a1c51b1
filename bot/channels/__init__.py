"""The door: what comes in is cleaned and masked, what goes out is one canonical message a channel renders."""
