"""The rules of the reading and the checks, as a table and one by one."""

from prestatie_cli.bevindingen import Regel
from prestatie_cli.controles import CONTROLES
from prestatie_cli.formats.tabel import Scherm, Tabel, alinea, tabeltekst
from prestatie_cli.parsing.messages import REGELS


def alle_regels() -> tuple[Regel, ...]:
    """Every rule that a finding can refer to: those of the reading, then the checks."""
    return REGELS + tuple(c.regel for c in CONTROLES)


def lijst(regels: tuple[Regel, ...], scherm: Scherm) -> str:
    """All rules as a table."""
    tabel = Tabel(("code", "ernst", "regel"), [(r.code, r.ernst, r.regel) for r in regels], soepel={2: 20})
    return tabeltekst(tabel, scherm) + "\n\nUitleg van een regel: prestatie regels CODE"


def uitleg(regel: Regel, scherm: Scherm) -> str:
    """One rule: what is always true, and why or what to do."""
    return "\n".join(
        (
            f"{regel.code} ({regel.ernst})",
            "",
            alinea(regel.regel, scherm.breedte),
            "",
            alinea(regel.uitleg, scherm.breedte),
        )
    )
