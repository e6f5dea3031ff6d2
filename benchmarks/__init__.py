"""Speed as ratios: what `prestatie` takes against what it can't do without, measured in one run."""
