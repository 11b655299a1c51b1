"""What we keep: as little as possible. Identifiers are masked at the door, before anything else sees a message."""
