"""Every channel tells the same: facts, figures with their dates and reservations, sources, contacts, files, choices."""
