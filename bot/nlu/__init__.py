"""Understanding: from the words somebody typed to a topic, with a confidence that means something."""
