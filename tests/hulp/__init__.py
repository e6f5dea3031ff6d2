"""Helpers of the tests: a small dossier, documents as text, and a real browser."""
