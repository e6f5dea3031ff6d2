"""The rules of the reading and the checks, as a table and one by one."""

from prestatie_cli.bevindingen import Regel
from prestatie_cli.controles import CONTROLES, VERSIECONTROLES
from prestatie_cli.formaten.tabel import Scherm, Tabel, alinea, tabeltekst
from prestatie_cli.inlezen.weigeringen import LEESREGELS
from prestatie_cli.vergelijking.wijziging import REGELS_WIJZIGING, Wijzigingsregel


def alle_regels() -> tuple[Regel, ...]:
    """Every rule that a finding can refer to: those of the reading, then the checks."""
    return (*LEESREGELS, *CONTROLES, *VERSIECONTROLES)


def lijst(regels: tuple[Regel, ...], scherm: Scherm) -> str:
    """All rules as a table."""
    tabel = Tabel(("code", "ernst", "regel"), [(r.code, r.ernst, r.zin) for r in regels], soepel={2: 20})
    return tabeltekst(tabel, scherm) + "\n\nUitleg van een regel: prestatie regels CODE"


def uitleg(regel: Regel, scherm: Scherm) -> str:
    """One rule: what is always true, and why or what to do."""
    return "\n".join(
        (
            f"{regel.code} ({regel.ernst})",
            "",
            alinea(regel.zin, scherm.breedte),
            "",
            alinea(regel.uitleg, scherm.breedte),
        )
    )


def wijzigingsregels(scherm: Scherm) -> str:
    """The change rules as a table."""
    rijen = [(r.code, _soort(r), r.richting or "-", r.regel) for r in REGELS_WIJZIGING]
    tabel = Tabel(("code", "soort", "richting", "regel"), rijen, soepel={3: 24})
    voet = (
        "(woorden): inhoudelijk of redactioneel, naar wat er aan de woorden verandert.",
        "Uitleg van een regel: prestatie regels --wijzigingen CODE",
    )
    return "\n".join((tabeltekst(tabel, scherm), "", *voet))


def _soort(regel: Wijzigingsregel) -> str:
    return regel.soort or "(woorden)"


def wijzigingsuitleg(regel: Wijzigingsregel, scherm: Scherm) -> str:
    """One change rule: when it applies, and what the same change is called backwards."""
    spiegel = f"Andersom heet deze wijziging {regel.spiegel}."
    if regel.eigen_spiegel:
        spiegel = f"Andersom heet deze wijziging hetzelfde. {regel.eigen_spiegel}"
    soort = regel.soort or "inhoudelijk of redactioneel, naar de woorden"
    kop = ", ".join(filter(None, (soort, regel.richting)))
    delen = (f"{regel.code} ({kop})", regel.regel, spiegel)
    return "\n\n".join(alinea(deel, scherm.breedte) for deel in delen)
