"""Results as documents: bytes."""
