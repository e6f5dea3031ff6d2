"""The changes between two versions as a comment on a pull request."""

from collections.abc import Callable

from prestatie_cli.formaten.diff import Verschil, getoond
from prestatie_cli.formaten.tabel import Scherm
from prestatie_cli.sjablonen.markdown import met_bovenaan
from prestatie_cli.sjablonen.vullen import render
from prestatie_cli.vergelijking.wijziging import CIJFERCODES, Wijziging, is_feit
from prestatie_cli.woorden.grondslag import let_op
from prestatie_cli.woorden.wijzigingen import Omschrijving, omschrijf, tellingen


def md(verschil: Verschil, scherm: Scherm) -> str:
    """The changes as a comment on a pull request."""

    def kies(past: Callable[[Wijziging], bool]) -> list[Omschrijving]:
        return [omschrijf(w, verschil.partijnamen) for w in verschil.wijzigingen if past(w)]

    def feit(w: Wijziging) -> bool:
        return w.soort == "inhoudelijk" and is_feit(w) and not _correctie(w)

    tekst = render(
        verschil.sjablonen,
        "diff.md.j2",
        verschil=verschil,
        oordeel=verschil.oordeel,
        tellingen=tellingen(verschil.alle) + getoond(verschil),
        afspraken=kies(lambda w: w.soort == "inhoudelijk" and not is_feit(w)),
        correcties=kies(_correctie),
        cijfers=kies(lambda w: feit(w) and w.code.startswith(CIJFERCODES)),
        overige=kies(lambda w: feit(w) and not w.code.startswith(CIJFERCODES)),
        klein=kies(lambda w: w.soort != "inhoudelijk"),
    )
    return met_bovenaan(tekst, let_op(verschil.grond.gezondheid)).rstrip("\n")


def _correctie(w: Wijziging) -> bool:
    return w.code in ("cijfer-gecorrigeerd", "cijfer-gewijzigd", "correctie-teruggedraaid")
