"""All classes of planted faults, in the order of the table."""

from tests.fuzz import waarden, weglatingen
from tests.fuzz.soorten import KLASSEN, Klasse

__all__ = ["KLASSEN", "Klasse", "waarden", "weglatingen"]
