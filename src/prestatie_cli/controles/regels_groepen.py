"""Groups of parties: made of parties of the file, and never mistaken for one."""

from collections.abc import Iterator

from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.model.dossier import Dossier


@regel(
    "groep",
    "fout",
    "Een groep bestaat uit partijen uit de lijst 'partijen' en heet niet als een partij.",
    "Waar een groep staat, worden al haar partijen gelezen. Een groep in een groep wordt niet gelezen: noem "
    "de partijen zelf. Een groep met een fout telt nergens mee, en wat haar noemt wordt niet beoordeeld.",
)
def groepen_kloppen(dossier: Dossier) -> Iterator[Vondst]:
    """Every member of a group is a party, once, and a group has a name of its own."""
    for bestand, jaargang in dossier.jaargangen.items():
        partijen = {p.id for p in jaargang.partijen}
        keuze = f"kies uit: {', '.join(sorted(partijen)[:12])}"
        for naam, leden in jaargang.groepen.items():
            pad = ("groepen", naam)
            if naam in partijen:
                hulp = "geef de groep een andere naam"
                yield Vondst(bestand, pad, f"'{naam}' is een partij en kan geen groep zijn", hulp, (naam,))
            for i, lid in enumerate(leden):
                if lid in leden[:i]:
                    zin, hulp = f"'{lid}' staat twee keer in groep '{naam}'", "haal er een weg"
                elif lid in partijen or lid in dossier.gebroken:
                    continue
                elif lid in jaargang.groepen:
                    zin = f"'{lid}' in groep '{naam}' is zelf een groep"
                    hulp = f"noem haar partijen: {', '.join(jaargang.groepen[lid])}"
                else:
                    zin, hulp = f"partij '{lid}' in groep '{naam}' bestaat niet", keuze
                yield Vondst(bestand, (*pad, i), zin, hulp, (naam,))
