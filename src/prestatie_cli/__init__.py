"""Keep, check and report Dutch prestatieafspraken (housing performance agreements)."""

__version__ = "0.1.0"
