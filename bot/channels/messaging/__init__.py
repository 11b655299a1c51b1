"""Messengers of other companies: what all share, and one package for each; all are off unless their secrets are set."""
