"""What deserves to be said, ranked, as values."""
