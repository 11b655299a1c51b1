"""Pictures drawn from results: each carries its own words and table, for who cannot see it."""
