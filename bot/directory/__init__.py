"""The places: communes, France services sites, opening hours, update of the official list."""
