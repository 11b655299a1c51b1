"""Rasa actions, thin: each reads the slots, calls the pure packages, and speaks. One action a file."""
