"""From typed words to a place: codes, names, areas, slips, foreign places."""
