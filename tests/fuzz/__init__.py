"""Whole dossiers with one planted fault of a named class: what is told of it, and how the program bears it."""
