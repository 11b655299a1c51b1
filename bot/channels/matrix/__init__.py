"""The gateway to Matrix (Tchap is one): its own process, a client of the assistant's HTTP API and of a homeserver."""
