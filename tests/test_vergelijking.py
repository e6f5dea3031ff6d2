"""The comparison of two dossiers: laws, directions, recognition, and each change told once."""

import random
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prestatie_cli.model.basis import Record
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.indicator import Norm
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.model.meting import Meting, Parameterlijst
from prestatie_cli.model.voortgang import Voortgangsregister
from prestatie_cli.termijnen.vormen import lees_woorden
from prestatie_cli.vergelijking.dossiervergelijking import vergelijk
from prestatie_cli.vergelijking.eigenvelden import normcode, termijncode
from prestatie_cli.vergelijking.vaststelling import kanoniek, vingerafdruk
from prestatie_cli.vergelijking.veldwaarden import SLEUTELS, is_verantwoording, velden
from prestatie_cli.vergelijking.wijziging import REGEL_BIJ, REGELS_WIJZIGING, Wijziging, leesvolgorde, spiegel
from prestatie_cli.vergelijking.woordvergelijking import tekstsoort, tekstwoorden, verklaard, woordverschil
from tests.conftest import BASIS, lees

Lijst = list[dict[str, Any]]

TEKSTEN = (
    "Omthuis wijst maximaal 10% van de woningen toe aan middeninkomens in het jaar 2026.",
    "Omthuis wijst maximaal 15% van de woningen toe aan middeninkomens in het jaar 2026.",
    "De gemeente stelt medio 2026 een nota op over wonen voor ouderen in alle wijken.",
    "De gemeente stelt medio 2027 een nota op over wonen voor ouderen in alle wijken.",
    "Partijen overleggen twee keer per jaar over de voortgang van deze afspraken.",
    "Partijen overleggen twee keer per jaar over de vortgang van deze afspraken!",
)
TERMIJNEN = (
    None,
    "medio 2026",
    "medio 2027",
    "2026",
    "twee keer per jaar",
    "per kwartaal",
    "in principe 2026",
)
PARTIJEN = ("gemeente", "omthuis", "hlve")
GETALLEN = ("10%", "15%", "20%")


def _termijn(woorden_: str | None) -> dict[str, str] | None:
    return {"woorden": woorden_} if woorden_ else None


@st.composite
def plichten(trek: st.DrawFn) -> Lijst:
    uit = []
    for letter in trek(st.sets(st.sampled_from("abc"), max_size=3)):
        uit.append(
            {
                "letter": letter,
                "wat": trek(
                    st.sampled_from(("De nota opstellen", "Het overleg voeren", "Woningen toewijzen"))
                ),
                "wie": trek(st.lists(st.sampled_from(PARTIJEN), max_size=2, unique=True)),
                "soort": trek(st.sampled_from(("oplevering", "constatering", "voorwaardelijk"))),
                "termijn": _termijn(trek(st.sampled_from(TERMIJNEN))),
                "voorwaarde": trek(st.sampled_from((None, "indien nodig"))),
            }
        )
    return uit


@st.composite
def normlijst(trek: st.DrawFn) -> Lijst:
    uit: Lijst = []
    for van in trek(st.sets(st.sampled_from((None, "2026-01-01", "2027-01-01")), max_size=2)):
        soort = trek(st.sampled_from(("maximum", "minimum", "streefwaarde", "bandbreedte")))
        norm: dict[str, Any] = {"soort": soort, "van": van, "citaat": "maximaal", "plaats": "tekst"}
        if soort == "bandbreedte":
            norm |= {"ondergrens": "5%", "bovengrens": trek(st.sampled_from(GETALLEN))}
        else:
            norm["waarde"] = trek(st.sampled_from(GETALLEN))
        uit.append(norm)
    return uit


@st.composite
def jaargangen(trek: st.DrawFn, jaar: int) -> Jaargang:
    nummers = trek(st.sets(st.sampled_from(("1.1", "1.2", "1.3", "2.1")), max_size=4))
    afspraken = [
        {
            "nummer": nummer,
            "thema": nummer[0],
            "tekst": trek(st.sampled_from(TEKSTEN)),
            "doel": trek(st.sampled_from((None, "Genoeg woningen", "Meer dan genoeg woningen"))),
            "verplichtingen": trek(plichten()),
            "toelichting": trek(st.sampled_from((None, "Zie de bijlage"))),
        }
        for nummer in nummers
    ]
    indicatoren = [
        {
            "id": naam,
            "naam": naam,
            "afspraak": trek(st.sampled_from(("1.1", "1.2", "2.1"))),
            "soort": "aandeel",
            "teller": "t",
            "noemer": "n",
            "definitie": "d",
            "normen": trek(normlijst()),
        }
        for naam in trek(st.sets(st.sampled_from(("een", "twee")), max_size=2))
    ]
    moment = {"tijdvak": f"{jaar}-H1", "uiterlijk": trek(st.sampled_from(("2026-08-01", "2026-09-01")))}
    momenten = {"woorden": "halfjaarlijks", "momenten": [moment], "vastgesteld_door": ["hlve"]}
    return Jaargang.model_validate(
        {
            "jaar": jaar,
            "titel": f"Afspraken {jaar}",
            "bron": {"titel": trek(st.sampled_from(("Scan", "Origineel")))},
            "partijen": [{"id": p, "naam": p, "soort": "gemeente"} for p in PARTIJEN],
            "themas": [{"nummer": "1", "titel": "Wonen"}, {"nummer": "2", "titel": "Zorg"}],
            "afspraken": afspraken,
            "indicatoren": indicatoren,
            "kengetallen": [
                {
                    "id": k,
                    "naam": k,
                    "soort": "stroom",
                    "eenheid": "euro",
                    "levert": "omthuis",
                    "definitie": k,
                }
                for k in trek(st.sets(st.sampled_from("tn"), max_size=2))
            ],
            "meetmomenten": [momenten | {"vastgesteld_op": "2026-01-01"}] if trek(st.booleans()) else [],
        }
    )


@st.composite
def metingen(trek: st.DrawFn) -> Meting:
    cijfers = trek(st.dictionaries(st.sampled_from("tnx"), st.sampled_from(("4", "5", "6"))))
    correcties = [
        {
            "kengetal": k,
            "was": trek(st.sampled_from(("4", "5"))),
            "geleverd_op": "2026-07-01",
            "gecorrigeerd_op": "2026-08-01",
            "reden": "Dubbel geteld.",
        }
        for k in trek(st.sets(st.sampled_from("tn")))
        if k in cijfers
    ]
    levering = {
        "door": trek(st.sampled_from(PARTIJEN)),
        "geleverd_op": "2026-07-01",
        "herkomst": trek(st.sampled_from(("voorlopig", "definitief"))),
        "cijfers": cijfers,
        "ontbreekt": {k: "onbekend" for k in trek(st.sets(st.sampled_from("tnx"))) if k not in cijfers},
        "correcties": correcties,
    }
    return Meting.model_validate({"periode": "2026-H1", "leveringen": [levering]})


@st.composite
def registers(trek: st.DrawFn) -> Voortgangsregister:
    meldingen = [
        {
            "verplichting": nummer,
            "datum": "2026-05-05",
            "door": trek(st.sampled_from(PARTIJEN)),
            "melding": trek(st.sampled_from(("loopt", "uitgesteld", "vervallen"))),
        }
        for nummer in trek(st.sets(st.sampled_from(("1.1a", "1.2b")), max_size=2))
    ]
    return Voortgangsregister.model_validate({"jaar": 2026, "voortgang": meldingen})


@st.composite
def dossiers(trek: st.DrawFn) -> Dossier:
    jaren = trek(st.sampled_from(((2026,), (2027,), (2026, 2027), ())))
    waarde = {"waarde": trek(st.sampled_from(GETALLEN)), "van": "2026-01-01", "bron": "Wet"}
    parameter = {"id": "p", "naam": "p", "eenheid": "aandeel", "waarden": [waarde]}
    lijst = Parameterlijst.model_validate({"parameters": [parameter] if trek(st.booleans()) else []})
    return Dossier(
        jaargangen={f"afspraken-{j}.yaml": trek(jaargangen(j)) for j in jaren},
        metingen={"metingen/2026-H1.yaml": trek(metingen())} if trek(st.booleans()) else {},
        voortgang={"voortgang/2026.yaml": trek(registers())} if trek(st.booleans()) else {},
        parameters={"parameters.yaml": lijst},
    )


VEEL = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@VEEL
@given(dossiers())
def test_a_dossier_against_itself_gives_no_change(dossier: Dossier) -> None:
    kopie = Dossier(
        {k: v.model_copy(deep=True) for k, v in dossier.jaargangen.items()},
        {k: v.model_copy(deep=True) for k, v in dossier.metingen.items()},
        {k: v.model_copy(deep=True) for k, v in dossier.voortgang.items()},
        {k: v.model_copy(deep=True) for k, v in dossier.parameters.items()},
    )
    assert vergelijk(dossier, kopie) == ()


@VEEL
@given(dossiers(), dossiers())
def test_reversing_a_comparison_mirrors_every_change(van: Dossier, naar: Dossier) -> None:
    heen, terug = vergelijk(van, naar), vergelijk(naar, van)
    assert sorted(map(spiegel, heen), key=repr) == sorted(terug, key=repr)
    assert len({w.vingerafdruk for w in heen}) == len(heen)


def _geschud(record: Record, toeval: random.Random) -> Any:
    """The same record with every list in another order."""
    velden_: dict[str, Any] = {}
    for naam in type(record).model_fields:
        waarde = getattr(record, naam)
        if isinstance(waarde, tuple):
            waarde = tuple(_geschud(w, toeval) if isinstance(w, Record) else w for w in waarde)
            waarde = tuple(toeval.sample(waarde, len(waarde)))
        velden_[naam] = waarde
    return record.model_copy(update=velden_)


@VEEL
@given(dossiers(), dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_records_and_files_does_not_matter(
    van: Dossier, naar: Dossier, toeval: random.Random
) -> None:
    jaren = list(naar.jaargangen.items())
    toeval.shuffle(jaren)
    geschud = Dossier(
        {k: _geschud(j, toeval) for k, j in jaren},
        {k: _geschud(m, toeval) for k, m in naar.metingen.items()},
        {k: _geschud(r, toeval) for k, r in naar.voortgang.items()},
        {k: _geschud(p, toeval) for k, p in naar.parameters.items()},
    )
    assert vergelijk(naar, geschud) == ()
    assert _zonder_plaats(vergelijk(van, naar)) == _zonder_plaats(vergelijk(van, geschud))


def _zonder_plaats(wijzigingen: tuple[Wijziging, ...]) -> list[tuple[object, ...]]:
    return sorted(
        ((w.code, w.soort, w.richting or "", w.partijen, w.vingerafdruk) for w in wijzigingen), key=repr
    )


def test_every_rule_has_its_mirror_or_says_why_not() -> None:
    assert len(REGEL_BIJ) == len(REGELS_WIJZIGING)
    for regel in REGELS_WIJZIGING:
        tegen = REGEL_BIJ[regel.spiegel]
        assert tegen.spiegel == regel.code
        assert (tegen is regel) == bool(regel.eigen_spiegel)
        assert regel.richting is None or tegen.richting not in (None, regel.richting)
        assert tegen.soort == regel.soort


AFSPRAKEN = """
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: Omthuis wijst maximaal 10% van de woningen toe aan middeninkomens.
    verplichtingen:
      - {letter: a, wat: Hoogstens 10% toewijzen, wie: [omthuis], soort: maximum, indicator: i}
  - nummer: "1.2"
    thema: "1"
    tekst: De gemeente stelt medio 2026 een nota op over wonen voor ouderen.
    verplichtingen:
      - {letter: a, wat: Nota opstellen, wie: [gemeente], voor: [hlve], soort: oplevering,
         termijn: {woorden: medio 2026}}
indicatoren:
  - id: i
    naam: Vrije toewijzing
    afspraak: "1.1"
    soort: aandeel
    teller: k
    noemer: n
    definitie: Aandeel.
    normen: [{soort: maximum, waarde: 10%, citaat: maximaal 10%, plaats: tekst}]
kengetallen:
  - {id: k, naam: Toewijzingen, soort: stroom, eenheid: verhuringen, levert: omthuis, definitie: Aantal.}
  - {id: n, naam: Verhuringen, soort: stroom, eenheid: verhuringen, levert: omthuis, definitie: Aantal.}
"""
TWEE_THEMAS = BASIS.replace("titel: Wonen}", 'titel: Wonen}\n  - {nummer: "2", titel: Zorg}')
BEGIN = TWEE_THEMAS + AFSPRAKEN


def _verschil(nieuw: str, oud: str = BEGIN) -> list[Wijziging]:
    van, fouten_van, _ = lees({"afspraken-2026.yaml": oud})
    naar, fouten_naar, _ = lees({"afspraken-2026.yaml": nieuw})
    assert not [b for b in (*fouten_van, *fouten_naar) if b.ernst == "fout"]
    return list(vergelijk(van, naar))


def _codes(nieuw: str, oud: str = BEGIN) -> list[str]:
    return [w.code for w in _verschil(nieuw, oud)]


def test_a_raised_cap_with_its_quotation_is_one_change() -> None:
    (w,) = _verschil(BEGIN.replace("10%", "15%"))
    assert (w.code, w.richting, w.partijen) == ("norm-versoepeld", "versoepeling", ("omthuis",))
    assert (w.oud, w.nieuw, w.afspraak) == ("10%", "15%", "1.1")


def test_a_moved_term_with_its_quotation_is_one_change() -> None:
    (w,) = _verschil(BEGIN.replace("medio 2026", "medio 2027"))
    assert (w.code, w.richting, w.afspraak) == ("termijn-later", "uitstel", "1.2a")
    (w,) = _verschil(BEGIN, BEGIN.replace("medio 2026", "medio 2027"))
    assert (w.code, w.richting) == ("termijn-eerder", "vervroeging")


def test_a_second_change_of_the_text_is_told_beside_the_norm() -> None:
    nieuw = BEGIN.replace("10%", "15%").replace("aan middeninkomens", "aan huishoudens")
    assert _codes(nieuw) == ["norm-versoepeld", "tekst-gewijzigd"]


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        (("maximum", "10%"), ("maximum", "15%"), "norm-versoepeld"),
        (("minimum", "10%"), ("minimum", "15%"), "norm-verzwaard"),
        (("streefwaarde", "10%"), ("streefwaarde", "15%"), "norm-verzwaard"),
        (("streefwaarde", "10%"), ("minimum", "10%"), "norm-verzwaard"),
        (("minimum", "10%"), ("streefwaarde", "10%"), "norm-versoepeld"),
        (("minimum", "10%"), ("streefwaarde", "15%"), "norm-gewijzigd"),
        (("maximum", "10%"), ("minimum", "10%"), "norm-gewijzigd"),
        (("bandbreedte", "5%", "10%"), ("bandbreedte", "4%", "12%"), "norm-versoepeld"),
        (("bandbreedte", "5%", "10%"), ("bandbreedte", "6%", "10%"), "norm-verzwaard"),
        (("bandbreedte", "5%", "10%"), ("bandbreedte", "6%", "11%"), "norm-gewijzigd"),
        (("maximum", "10%"), ("maximum", "10.0%"), None),
    ],
)
def test_the_direction_of_a_norm_follows_from_its_kind(
    oud: tuple[str, ...], nieuw: tuple[str, ...], code: str | None
) -> None:
    def norm(delen: tuple[str, ...]) -> Norm:
        namen = ("ondergrens", "bovengrens") if delen[0] == "bandbreedte" else ("waarde",)
        waarden = dict(zip(namen, delen[1:], strict=True))
        return Norm.model_validate({"soort": delen[0], "citaat": "c", "plaats": "tekst"} | waarden)

    assert normcode(norm(oud), norm(nieuw)) == code


def test_a_renumbered_agreement_is_recognised_and_said_to_be() -> None:
    nieuw = BEGIN.replace('"1.2"', '"1.3"')
    (w,) = _verschil(nieuw)
    assert (w.code, w.oud, w.nieuw, w.soort) == ("afspraak-hernummerd", "1.2", "1.3", "redactioneel")
    assert w.toelichting is not None
    assert "herkend" in w.toelichting
    nieuw = BEGIN.replace('"1.2"\n    thema: "1"', '"2.1"\n    thema: "2"')
    (w,) = _verschil(nieuw)
    assert (w.code, w.oud, w.nieuw) == ("afspraak-verplaatst", "1.2 (thema 1)", "2.1 (thema 2)")


def test_a_renumbered_agreement_takes_its_indicator_and_statements_along() -> None:
    (w,) = _verschil(BEGIN.replace('"1.1"', '"1.4"'))
    assert w.code == "afspraak-hernummerd"
    melding = "jaar: 2026\nvoortgang: [{verplichting: %s, datum: 2026-03-01, door: gemeente, melding: loopt}]"
    van, _, _ = lees({"afspraken-2026.yaml": BEGIN, "voortgang/2026.yaml": melding % "1.2a"})
    naar, _, _ = lees(
        {"afspraken-2026.yaml": BEGIN.replace('"1.2"', '"1.3"'), "voortgang/2026.yaml": melding % "1.3a"}
    )
    assert [w.code for w in vergelijk(van, naar)] == ["afspraak-hernummerd"]


def test_another_agreement_under_the_same_number_is_not_the_same() -> None:
    nieuw = BEGIN.replace('"1.2"', '"1.3"').replace('"1.1"', '"1.2"').replace('"1.3"', '"1.1"')
    assert _codes(nieuw) == ["afspraak-hernummerd", "afspraak-hernummerd"]


def test_letters_that_shift_are_recognised() -> None:
    regel = "      - {letter: a, wat: Nota opstellen"
    extra = "      - {letter: a, wat: Eerst een verkenning doen, wie: [hlve], soort: oplevering}\n"
    (w, v) = _verschil(BEGIN.replace(regel, extra + regel.replace("letter: a", "letter: b")))
    assert {w.code, v.code} == {"verplichting-toegevoegd", "verplichting-verletterd"}


def test_a_withdrawn_agreement_takes_its_indicator_and_figures_along() -> None:
    begin, einde = BEGIN.index('  - nummer: "1.1"'), BEGIN.index('  - nummer: "1.2"')
    zonder = BEGIN[:begin] + BEGIN[einde : BEGIN.index("indicatoren:")]
    (w,) = _verschil(zonder)
    assert (w.code, w.richting, w.partijen) == ("afspraak-verwijderd", "versoepeling", ("omthuis",))


@pytest.mark.parametrize(
    ("oud", "nieuw", "soort"),
    [
        ("De  gemeente,", "de gemeente.", "redactioneel"),
        ("De gemeente evalueert geevalueerd", "De gemeente evalueert geëvalueerd", "redactioneel"),
        ("een woning bouw project", "een woningbouw project", "redactioneel"),
        ("Omthuis kan bouwen", "Omthuis moet bouwen", "inhoudelijk"),
        ("dat mag wel zo zijn", "dat mag niet zo zijn", "inhoudelijk"),
        ("er is een woning", "er is geen woning", "inhoudelijk"),
        ("minimaal tien", "maximaal tien", "inhoudelijk"),
        ("de woning bouwen", "de woningen bouwen", "inhoudelijk"),
        ("in 2026", "in 2027", "inhoudelijk"),
        ("€ 1.000,50", "€ 1.000,05", "inhoudelijk"),
        ("10%", "10,0%", "inhoudelijk"),
        ("voor de huurders zorgen", "door de huurders zorgen", "inhoudelijk"),
        ("juni", "juli", "inhoudelijk"),
        ("de afsrpaken", "de afspraken", "redactioneel"),
        ("samen met de gezamelijke huurders", "samen met de gezamenlijke huurders", "redactioneel"),
        ("de huur verhogen", "de huur verlagen", "inhoudelijk"),
        ("een minimale huur", "een maximale huur", "inhoudelijk"),
        ("de gemeente betaalt", "de gemeente bepaalt", "inhoudelijk"),
        ("Omthuis verleent de termijn", "Omthuis verlengt de termijn", "inhoudelijk"),
        ("Omthuis verkoopt woningen", "Omthuis verkocht woningen", "inhoudelijk"),
        ("een lagere huur", "een langere huur", "inhoudelijk"),
        ("in één wijk", "in een wijk", "inhoudelijk"),
        ("een huur < 500", "een huur > 500", "inhoudelijk"),
        ("een correctie van -1", "een correctie van 1", "inhoudelijk"),
    ],
)
def test_what_is_a_mend_of_the_writing_and_what_is_not(oud: str, nieuw: str, soort: str) -> None:
    assert (tekstsoort(oud, nieuw), tekstsoort(nieuw, oud)) == (soort, soort)


@pytest.mark.parametrize("nieuw", ["de Gemeente,", "De  gemeente", "De gemeente;"])
def test_another_way_of_writing_is_told(nieuw: str) -> None:
    assert not verklaard("De gemeente,", nieuw, [])
    oud = BEGIN.replace("tekst: ", "tekst: De gemeente, ", 1)
    (w,) = _verschil(oud.replace("De gemeente,", nieuw, 1), oud)
    assert (w.code, w.soort) == ("tekst-gewijzigd", "redactioneel")


def test_words_keep_amounts_shares_and_dates_whole() -> None:
    tekst = "maximaal 10% of € 932,93 vóór 2026-07-01, zie art. 48."
    assert tekstwoorden(tekst) == (
        *("maximaal", "10%", "of", "€ 932,93", "vóór", "2026-07-01", ",", "zie", "art", ".", "48", "."),
    )
    assert woordverschil("ten minste 10% nieuw", "ten minste 15% nieuw") == [
        ("gelijk", "ten minste", "ten minste"),
        ("anders", "10%", "15%"),
        ("gelijk", "nieuw", "nieuw"),
    ]


def test_a_quotation_explains_only_its_own_change() -> None:
    paar = [("maximaal 10%", "maximaal 15%")]
    assert verklaard("nu maximaal 10% of maximaal 15%", "nu maximaal 15% of maximaal 15%", paar)
    assert not verklaard("nu maximaal 10% of maximaal 15%", "nu maximaal 15% of maximaal 10%", paar)
    assert not verklaard("nu maximaal 10% huur", "nu maximaal 15% koop", paar)


CIJFERS = """
periode: 2026-H1
leveringen:
  - {door: omthuis, geleverd_op: 2026-07-01, herkomst: voorlopig, cijfers: {k: 6, n: 71}}
"""


def _cijfers(nieuw: str, oud: str = CIJFERS) -> list[Wijziging]:
    van, _, _ = lees({"afspraken-2026.yaml": BEGIN, "metingen/2026-H1.yaml": oud})
    naar, _, _ = lees({"afspraken-2026.yaml": BEGIN, "metingen/2026-H1.yaml": nieuw})
    return list(vergelijk(van, naar))


def test_a_corrected_figure_tells_old_new_by_whom_and_why() -> None:
    correctie = (
        "    correcties: [{kengetal: k, was: 6, geleverd_op: 2026-07-01, gecorrigeerd_op: 2026-08-01,"
        " reden: Dubbel geteld.}]}"
    )
    nieuw = CIJFERS.replace("k: 6, n: 71}}", "k: 5, n: 71},\n" + correctie)
    (w,) = _cijfers(nieuw)
    assert (w.code, w.oud, w.nieuw, w.partijen) == ("cijfer-gecorrigeerd", "6", "5", ("omthuis",))
    assert w.toelichting is not None
    assert "Dubbel geteld" in w.toelichting
    (w,) = _cijfers(CIJFERS.replace("k: 6", "k: 5"))
    assert (w.code, w.toelichting) == ("cijfer-gewijzigd", None)


MET_CORRECTIE = CIJFERS.replace(
    "n: 71}}",
    "n: 71}, correcties: [{kengetal: k, was: 7, geleverd_op: 2026-07-01, gecorrigeerd_op: 2026-08-01,"
    " reden: Dubbel geteld.}]}",
)


@pytest.mark.parametrize(
    ("oud", "nieuw", "codes"),
    [
        (MET_CORRECTIE, CIJFERS, ["correctie-verwijderd"]),
        (MET_CORRECTIE, MET_CORRECTIE.replace("was: 7", "was: 9"), ["levering-gewijzigd"]),
        (MET_CORRECTIE, MET_CORRECTIE.replace("Dubbel", "Niet"), ["toelichting-gewijzigd"]),
        (MET_CORRECTIE, CIJFERS.replace("k: 6", "k: 8"), ["correctie-verwijderd", "cijfer-gewijzigd"]),
        (CIJFERS, CIJFERS.replace("door: omthuis", "door: gemeente"), ["levering-gewijzigd"]),
        (
            CIJFERS,
            CIJFERS + "  - {door: hlve, geleverd_op: 2026-07-02, herkomst: voorlopig, toelichting: Anders.}",
            ["levering-toegevoegd"],
        ),
        (
            CIJFERS + "  - {door: hlve, geleverd_op: 2026-07-02, herkomst: voorlopig, cijfers: {m: 1}}",
            CIJFERS.replace(", n: 71", "")
            + "  - {door: hlve, geleverd_op: 2026-07-02, herkomst: voorlopig, cijfers: {m: 1, n: 71}}",
            ["levering-gewijzigd"],
        ),
    ],
)
def test_what_goes_with_a_figure_is_told_once(oud: str, nieuw: str, codes: list[str]) -> None:
    assert sorted(w.code for w in _cijfers(nieuw, oud)) == sorted(codes)
    assert len(_cijfers(oud, nieuw)) == len(codes)


def test_figures_that_were_missing_and_came() -> None:
    zonder = CIJFERS.replace("{k: 6, n: 71}", "{n: 71}, ontbreekt: {k: Nog niet bekend}")
    (w,) = _cijfers(CIJFERS, zonder)
    assert (w.code, w.oud, w.nieuw) == ("cijfer-toegevoegd", None, "6")


def test_what_could_not_be_read_is_neither_gone_nor_new() -> None:
    van, _, _ = lees({"afspraken-2026.yaml": BEGIN})
    for kapot in ("jaar: [", BEGIN.replace("soort: maximum, indicator", "soort: onzin, indicator")):
        naar, _, _ = lees({"afspraken-2026.yaml": kapot})
        assert vergelijk(van, naar) == ()
        assert vergelijk(naar, van) == ()


def test_layout_alone_is_one_change_of_its_own_kind() -> None:
    oud = {"afspraken-2026.yaml": BEGIN}
    nieuw = {"afspraken-2026.yaml": BEGIN.replace("{letter: a,", "{letter: 'a',") + "# einde\n"}
    (van, _, teksten_van), (naar, _, teksten_naar) = lees(oud), lees(nieuw)
    (w,) = vergelijk(van, naar, teksten_van, teksten_naar)
    assert (w.code, w.soort) == ("opmaak-gewijzigd", "opmaak")
    assert vergelijk(van, van, teksten_van, teksten_van) == ()


def test_next_years_file_is_recognised_and_terms_move_along() -> None:
    van, _, _ = lees({"afspraken-2026.yaml": BEGIN})
    naar, _, _ = lees({"afspraken-2027.yaml": BEGIN.replace("2026", "2027").replace('"1.2"', '"1.5"')})
    codes = [w.code for w in vergelijk(van, naar)]
    assert sorted(codes) == ["afspraak-hernummerd", "jaargang-overgenomen", "termijn-meegeschoven"]


def test_a_decision_to_put_off_has_a_direction() -> None:
    melding = (
        "jaar: 2026\nvoortgang:\n  - {verplichting: 1.2a, datum: 2026-03-01, door: gemeente,"
        " melding: uitgesteld, tot: 2027-01-01, besluit: b, instemming: [gemeente, omthuis, hlve]}"
    )
    van, _, _ = lees({"afspraken-2026.yaml": BEGIN})
    naar, _, _ = lees({"afspraken-2026.yaml": BEGIN, "voortgang/2026.yaml": melding})
    (w,) = vergelijk(van, naar)
    assert (w.code, w.richting, w.afspraak) == ("melding-toegevoegd", "uitstel", "1.2a")


def _jaargang(tekst: str) -> Jaargang:
    return lees({"afspraken-2026.yaml": tekst})[0].jaargangen["afspraken-2026.yaml"]


def test_the_fingerprint_of_an_approval_is_over_the_substance() -> None:
    oud = _jaargang(BEGIN)
    for zelfde in (
        BEGIN.replace("Omthuis wijst", "Omthuis  wijst").replace("ouderen.", "ouderen"),
        BEGIN.replace("bron: {titel: voorbeeld}", "bron: {titel: iets anders}"),
        BEGIN + "vaststellingen: [{partij: hlve, datum: 2026-01-01, vingerafdruk: '0123456789abcdef'}]\n",
    ):
        assert vingerafdruk(_jaargang(zelfde)) == vingerafdruk(oud)
    paren = (
        ("waarde: 10%", "waarde: 15%"),
        ("medio 2026}", "medio 2027}"),
        ("wie: [gemeente]", "wie: [hlve]"),
    )
    for weg, erbij in paren:
        assert vingerafdruk(_jaargang(BEGIN.replace(weg, erbij))) != vingerafdruk(oud)
    geschud = _geschud(oud, random.Random(1))
    assert vingerafdruk(geschud) == vingerafdruk(oud)
    assert kanoniek(oud).startswith("afspraken[1.1].nummer=1.1\n")


def test_every_record_in_a_list_has_a_key() -> None:
    """Two versions of a list are held against each other by key, whatever their order."""
    in_lijsten = {
        soort
        for klasse in Record.__subclasses__()
        for veld in klasse.model_fields.values()
        for soort in get_args(veld.annotation)
        if isinstance(soort, type) and issubclass(soort, Record) and get_origin(veld.annotation) is tuple
    }
    assert in_lijsten == {*SLEUTELS}


def test_every_field_of_a_duty_is_compared() -> None:
    plicht = Verplichting.model_validate(
        {"letter": "a", "wat": "x", "soort": "oplevering", "toelichting": "y"}
    )
    assert {*velden(plicht)} == {"letter", "wat", "soort", "toelichting"}
    assert is_verantwoording("verplichtingen[a].toelichting")
    assert not is_verantwoording("onderwerpen[zie bron.x].naam")


def test_changes_come_in_the_order_of_a_reader() -> None:
    wijzigingen = _verschil(BEGIN.replace("10%", "15%").replace("over wonen", "over het wonen"))
    assert wijzigingen == sorted(wijzigingen, key=lambda w: leesvolgorde(w, False))


def test_two_figures_that_each_correct_the_other_are_only_changed() -> None:
    """Where both sides say that they corrected the other, neither is believed: the law of the mirror."""
    heen = vergelijk(_met_correctie("4", "5"), _met_correctie("5", "4"))
    assert "cijfer-gewijzigd" in {w.code for w in heen}
    assert not {w.code for w in heen} & {"cijfer-gecorrigeerd", "correctie-teruggedraaid"}


def _met_correctie(nu: str, was: str) -> Dossier:
    correctie = {
        "kengetal": "n",
        "was": was,
        "geleverd_op": "2026-07-01",
        "gecorrigeerd_op": "2026-08-01",
        "reden": "Dubbel geteld.",
    }
    levering = {"door": "g", "geleverd_op": "2026-07-01", "herkomst": "voorlopig"}
    meting = {
        "periode": "2026-H1",
        "leveringen": [levering | {"cijfers": {"n": nu}, "correcties": [correctie]}],
    }
    return Dossier(metingen={"metingen/2026-H1.yaml": Meting.model_validate(meting)})


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("jaarlijks", "per kwartaal", "termijn-vaker"),
        ("twee keer per jaar", "per kwartaal", "termijn-vaker"),
        ("maandelijks", "twee keer per jaar", "termijn-minder-vaak"),
        ("twee keer per kwartaal", "vier keer per jaar", "termijn-minder-vaak"),
        ("twee keer per jaar", "per halfjaar", "termijn-gewijzigd"),
    ],
)
def test_how_often_is_compared_over_a_year_whatever_the_period(oud: str, nieuw: str, code: str) -> None:
    assert termijncode(lees_woorden(oud), lees_woorden(nieuw), 0) == code
