"""The website: pages, a widget, and the HTTP interface that both and other programs use."""
