"""The only reader of data, from disk or from git, and the only one that starts a process (git)."""
