"""What the documents say, as values; the words are those of `woorden` and the templates."""
