"""Where the pure parts meet Rasa; the only package, with the channels and the components, that imports it."""
