"""Records: frozen, closed, and scalars that mean what the writer meant."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from prestatie_cli.inlezen.bestanden import BESTANDSSOORTEN
from prestatie_cli.model.basis import (
    Datum,
    Getal,
    GetalMetTeken,
    Id,
    Jaar,
    Letter,
    Nummer,
    Periode,
    Record,
    Tekst,
    VerplichtingNummer,
)
from prestatie_cli.model.dossier import jaargang_van, verplichtingnummer, voortgang_per_verplichting
from prestatie_cli.model.jaargang import Partij
from tests.conftest import BASIS, lees

# The kinds of file bring all records along.
assert len(BESTANDSSOORTEN) == 4
RECORDS = Record.__subclasses__()


def lees_als(soort: Any, tekst: object) -> Any:
    """What a scalar becomes; None when it is refused."""
    try:
        return TypeAdapter(soort).validate_python(tekst)
    except ValidationError:
        return None


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_records_zijn_bevroren_en_gesloten(record: type[Record]) -> None:
    """No field can be set, no unknown key is taken, and each field has a Dutch description."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        record.model_validate({"onbekend": "x"})
    leeg = record.model_construct()
    for veld, info in record.model_fields.items():
        with pytest.raises(ValidationError, match="frozen_instance"):
            setattr(leeg, veld, "x")
        assert info.description, f"{record.__name__}.{veld}"
        assert "list" not in str(info.annotation), "a list in a frozen record can still change"


def test_witruimte_om_tekst_telt_niet() -> None:
    partij = Partij.model_validate({"id": " hlve ", "naam": "HLVE\n", "soort": "huurdersorganisatie"})
    assert (partij.id, partij.naam) == ("hlve", "HLVE")
    assert hash(partij) == hash(partij.model_copy())


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [("4", "4"), ("0", "0"), ("-3", "-3"), ("12.5", "12.5"), ("879.66", "879.66"), ("0.1", "0.1"),
     ("1234", "1234"), ("0.125", "0.125"), ("1234.567", "1234.567"), (" 7 ", None)],
)  # fmt: skip
def test_getal(tekst: str, getal: str | None) -> None:
    assert lees_als(Getal, tekst) == (None if getal is None else Decimal(getal))


@pytest.mark.parametrize(
    "tekst",
    ["1.234", "12.000", "1.234.567", "12,5", "1.234,50", "NaN", "nan", "Infinity", "-inf", "1e5", "1E5",
    "1_000",
     "+4", ".5", "5.", "0x1F", "10%", "n.b.", "", "-", "--1", "１２", "4 woningen", "€ 4", [], {}],
)  # fmt: skip
def test_geen_getal(tekst: object) -> None:
    """What could mean another number than the writer meant is refused, never guessed."""
    assert lees_als(Getal, tekst) is None


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("1.234", ["duizendtallen of decimalen", "schrijf 1234, of 1.2340 voor decimalen"]),
        ("1.234.567", ["schrijf 1234567"]),
        ("12,5", ["geen getal", "met een punt voor de decimalen"]),
    ],
)
def test_hulp_bij_geen_getal(tekst: str, woorden: list[str]) -> None:
    """The help names a spelling that is itself accepted."""
    with pytest.raises(ValidationError) as fout:
        TypeAdapter(Getal).validate_python(tekst)
    boodschap = ": ".join(fout.value.errors()[0]["ctx"]["error"].args)
    assert all(w in boodschap for w in woorden)
    _, _, hulp = boodschap.partition("schrijf ")
    for voorstel in hulp.removesuffix(" voor decimalen").replace(", of ", " of ").split(" of "):
        if voorstel[0].isdigit():
            assert lees_als(Getal, voorstel) is not None, voorstel


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [("10%", "0.1"), ("7,5%", "0.075"), ("7.5%", "0.075"), ("92,5 %", "0.925"), ("0%", "0"),
     ("100%", "1"), ("-5%", "-0.05"), ("33.333%", "0.33333"), ("50", "50"), ("0.1", "0.1"), ("932.93",
     "932.93")],
)  # fmt: skip
def test_percentage_is_een_aandeel(tekst: str, waarde: str) -> None:
    assert lees_als(GetalMetTeken, tekst) == Decimal(waarde)


@pytest.mark.parametrize(
    "tekst", ["10 procent", "%", "10%%", "1.000,5%", "tien%", "NaN%", "1e2%", "7,5", "1.234", "10 % ca."]
)
def test_geen_percentage(tekst: str) -> None:
    assert lees_als(GetalMetTeken, tekst) is None


def test_percentage_is_exact() -> None:
    """0.1 is not the nearest binary fraction, so ten of them make one."""
    assert sum([lees_als(GetalMetTeken, "10%")] * 10) == 1


@pytest.mark.parametrize("tekst", ["2026-07-01", "1990-01-01", "2199-12-31", "2028-02-29"])
def test_datum(tekst: str) -> None:
    assert lees_als(Datum, tekst) == date.fromisoformat(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["2026", "0", "86400", "20260701", "1782864000", "1782864000000", "-1", "1.5", "2026-7-1", "01-07-2026",
     "1 juli 2026", "2026-02-30", "2026-13-01", "2026-07", "1026-07-01", "2226-07-01",
     "2026-07-01T12:30", "2026/07/01", ""],
)  # fmt: skip
def test_geen_datum(tekst: str) -> None:
    """A bare number is never taken as seconds since 1970."""
    assert lees_als(Datum, tekst) is None


@pytest.mark.parametrize(
    ("soort", "goed", "fout"),
    [
        (Id, ["omthuis", "a", "voorraad_2026"], ["Omthuis", "2a", "a-b", "a b", "é", "_a", "a\n", "a" * 81]),
        (Nummer, ["1", "3.10", "A2.1", "3.6.1", "A.1", "BES-01", "IX", "1.1a"],
         ["3.", ".1", "3,10", "1/1", "1 1", "-1", "1" * 21, ""]),
        (Letter, ["a", "z", "ab"], ["A", "1", "abc", ""]),
        (VerplichtingNummer, ["3.6a", "A2.1ab", "1a", "BES-01a", "IIb", "1.1a-a"],
         ["3.6", "3.6A", "3.6 a", "a", "3.6abc"]),
        (Periode, ["2026", "2026-H1", "2026-Q4", "2026-07"], ["2026-H3", "2026-Q5", "2026-13", "2026-7",
        "26"]),
        (Periode, [], ["H1 2026", "2026-00", "2026-h1"]),
        (Periode, [], ["0000", "9999-12", "0000-H1", "9999-H2"]),
        (Jaar, [], ["26", "1989", "2200", "2026a", "2026.5", ""]),
        (Tekst, ["x", "3.10", "null"], ["", "x" * 20_001, [], {}]),
    ],
)  # fmt: skip
def test_vormen(soort: Any, goed: list[str], fout: list[object]) -> None:
    assert [t for t in goed if lees_als(soort, t) != t] == []
    assert [t for t in fout if lees_als(soort, t) is not None] == []


def test_jaar() -> None:
    assert [lees_als(Jaar, t) for t in ("2026", "1990", "2199")] == [2026, 1990, 2199]


# -- the dossier ---------------------------------------------------------------------------------

AFSPRAAK = """\
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: iets
    verplichtingen: [{letter: a, wat: x, wie: [omthuis], soort: doorlopend}]
"""
REGISTER = """\
jaar: {jaar}
voortgang:
  - {{verplichting: 1.1a, datum: {jaar}-05-01, door: omthuis, melding: loopt}}
  - {{verplichting: 1.1a, datum: {jaar}-02-01, door: hlve, melding: niet_gestart{extra}}}
"""


def test_nummer_van_een_verplichting() -> None:
    dossier, _, _ = lees({"afspraken-2026.yaml": BASIS + AFSPRAAK})
    afspraak = dossier.jaargangen["afspraken-2026.yaml"].afspraken[0]
    assert verplichtingnummer(afspraak, afspraak.verplichtingen[0]) == "1.1a"


@pytest.mark.parametrize(
    ("jaren", "extra", "verwacht"),
    [
        (("2026", "2027"), "", "2027"),
        (("2026",), "", "2026"),
        (("2026", "2028"), "", "2026"),
        (("2028",), "", "2027"),
        (("2026", "2027"), ", jaargang: 2026", "2026"),
    ],
)
def test_jaargang_van_een_melding(jaren: tuple[str, ...], extra: str, verwacht: str) -> None:
    """Named in the statement, else the newest year up to the file's that has the duty, else the file's."""
    bestanden = {f"afspraken-{j}.yaml": (BASIS + AFSPRAAK).replace("jaar: 2026", f"jaar: {j}") for j in jaren}
    bestanden["voortgang/2027.yaml"] = REGISTER.format(jaar=2027, extra=extra)
    dossier, bevindingen, _ = lees(bestanden)
    assert bevindingen == []
    register = dossier.voortgang["voortgang/2027.yaml"]
    assert jaargang_van(dossier, register, register.voortgang[1]) == verwacht


def test_meldingen_staan_op_datum() -> None:
    bestanden = {"afspraken-2026.yaml": BASIS + AFSPRAAK}
    bestanden |= {f"voortgang/{j}.yaml": REGISTER.format(jaar=j, extra="") for j in (2027, 2026)}
    dossier, _, _ = lees(bestanden)
    (meldingen,) = voortgang_per_verplichting(dossier).values()
    assert [str(v.datum) for v in meldingen] == ["2026-02-01", "2026-05-01", "2027-02-01", "2027-05-01"]
