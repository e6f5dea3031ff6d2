"""Bytes -> Dossier and findings, each with file, line and column."""
