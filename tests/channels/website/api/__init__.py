"""The HTTP interface as its description says."""
