"""Indicators: figures -> value -> against the norm in force, exact and traceable."""
