"""The house style as Word and PDF take it: colour, font, name, and the logo as a picture."""

from dataclasses import dataclass

from prestatie_cli.rapport.waarden import Rapport


@dataclass(frozen=True, slots=True)
class Huis:
    """What is given of it; `logo` are the bytes of the picture and its file name."""

    kleur: str | None = None
    letter: str | None = None
    naam: str = ""
    logo: tuple[str, bytes] | None = None


GEEN_HUIS = Huis()


def huis_van(r: Rapport) -> Huis:
    """The house style of a report."""
    stijl = r.huisstijl
    if stijl is None:
        return GEEN_HUIS
    logo = (stijl.logo, r.logo) if stijl.logo and r.logo is not None else None
    return Huis(stijl.kleur, stijl.letter, stijl.naam or "", logo)
