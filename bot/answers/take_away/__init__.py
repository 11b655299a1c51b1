"""What a person may keep of a conversation: a page to print, a calendar file. Nothing of it is stored here."""
