"""The communes of France: codes, names, departments."""
