"""What to say next: which question, how a reply is read, when to answer something else, what the verdict says."""
