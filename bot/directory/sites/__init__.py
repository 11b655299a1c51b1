"""The France services sites: read from a list, filed by place, their hours in words."""
