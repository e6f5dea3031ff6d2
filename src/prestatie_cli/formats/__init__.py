"""Results as text, JSON and documents; each module has its formats in one dict `FORMATEN`."""
