"""The pages that the server writes itself: the conversation without JavaScript, privacy, accessibility."""
