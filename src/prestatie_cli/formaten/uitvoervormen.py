"""What `--formaat json` puts out, as one table: a class per object and one line per field.

The JSON Schemas in schema/uitvoer/ are made from this. Only `prestatie schema` loads it: a command that
prints JSON does not pay for these models.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from prestatie_cli.bevindingen import Ernst
from prestatie_cli.boodschappen.boodschap import Boodschapsoort
from prestatie_cli.formaten.jsontekst import SCHEMA_VERSIE
from prestatie_cli.indicatoren.oordeel import Oordeel
from prestatie_cli.model.indicator import Normsoort
from prestatie_cli.model.indicatorsoorten import Soortnaam
from prestatie_cli.model.jaargang import Afspraak, Uitvoering
from prestatie_cli.model.meting import Herkomst
from prestatie_cli.model.voortgang import Melding, Voortgang
from prestatie_cli.termijnen.uitkomsten import STANDEN, Stand
from prestatie_cli.vergelijking.wijziging import Richting, Wijzigingssoort

Decimaal = Annotated[str, Field(pattern=r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$")]
Klein = Annotated[str, Field(pattern=r"^<[1-9][0-9]*$")]
Kans = Annotated[str, Field(pattern=r"^(0(\.[0-9]{0,5}[1-9])?|1)$")]
Gegevensversienaam = Annotated[str, Field(pattern=r"^(werkmap|[0-9a-f]{40}|[0-9a-f]{64})$")]
Nulofmeer = Annotated[int, Field(ge=0)]
Positief = Annotated[int, Field(ge=1)]


class Uitvoervorm(BaseModel):
    """An object in the output: every field is always there, and no other."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class Gezondheidsvorm(Uitvoervorm):
    """Hoe betrouwbaar de gegevens zijn waarop het antwoord berust."""

    fouten: Nulofmeer = Field(description="Aantal fouten in de gegevens.")
    waarschuwingen: Nulofmeer = Field(description="Aantal waarschuwingen in de gegevens.")
    onleesbaar: list[str] = Field(description="Bestanden die niet of niet helemaal zijn gelezen.")


class Kopvorm(Uitvoervorm):
    """What stands on top of every output."""

    schema_versie: int = Field(
        description="Versie van deze vorm.", json_schema_extra={"const": SCHEMA_VERSIE}
    )
    peildatum: date = Field(description="Dag waarover het antwoord gaat.")
    versie: Gegevensversienaam = Field(
        description="Commit van de gegevens, of werkmap voor wat op schijf staat."
    )
    bekend_op: date | None = Field(
        description="Dag waarop de gegevens bekend waren, als daarnaar gevraagd is."
    )
    gezondheid: Gezondheidsvorm = Field(description="Fouten in de gegevens.")
    geldigheid: str | None = Field(
        description="Dat er op de peildatum geen (nieuwere) afspraken gelden; null waar die er zijn."
    )


class Bevindingvorm(Uitvoervorm):
    """Wat een controle vond."""

    code: str = Field(description="Code van de regel (prestatie regels CODE).")
    ernst: Ernst = Field(description="Hoe erg het is.")
    boodschap: str = Field(description="Wat er is.")
    bestand: str = Field(description="Bestand waarin het staat.")
    regel: Positief | None = Field(description="Regel in het bestand.")
    kolom: Positief | None = Field(description="Kolom in de regel.")
    hulp: str | None = Field(description="Wat eraan te doen is.")
    raakt: list[str] = Field(description="Nummers en korte namen die hierdoor niet te beoordelen zijn.")


class Valideeruitvoer(Kopvorm):
    """Wat prestatie valideer geeft."""

    geldig: bool = Field(description="Of de gegevens in orde zijn.")
    bevindingen: list[Bevindingvorm] = Field(description="Fouten en waarschuwingen.")
    informatie: list[Bevindingvorm] = Field(description="Wat alleen ter informatie is; met --informatie.")


class Anderevorm(Uitvoervorm):
    """Wat een andere partij over dezelfde verplichting meldt."""

    door: str = Field(description="Partij die het meldt.")
    datum: date = Field(description="Dag van de melding.")
    melding: Melding = Field(description="Wat de partij meldt.")


class Partijstandvorm(Uitvoervorm):
    """Hoe het bij één partij staat."""

    partij: str = Field(description="Partij die het voor zich doet.")
    stand: Stand = Field(description="Hoe het bij die partij staat.")


class Plichtvorm(Uitvoervorm):
    """Eén verplichting, of één tijdvak van een terugkerende verplichting."""

    afspraak: str = Field(description="Nummer van de afspraak.")
    verplichting: str = Field(description="Nummer met letter.")
    wat: str = Field(description="Wat er moet gebeuren.")
    wie: list[str] = Field(description="Partijen die het doen.")
    woorden: str | None = Field(description="Termijn zoals die in de afspraak staat.")
    vroegst: date | None = Field(description="Eerste dag van de termijn.")
    uiterlijk: date | None = Field(description="Laatste dag van de termijn.")
    zacht: bool = Field(description="Of de termijn een streven is.")
    tijdvak: str | None = Field(description="Tijdvak van een terugkerende verplichting.")
    stand: Stand = Field(description="Hoe het ermee staat.")
    uitvoering: Uitvoering | None = Field(
        description="Of de partijen het samen doen; null waar dat niet staat."
    )
    standen: list[Partijstandvorm] = Field(description="Stand per partij, waar ieder het voor zich doet.")
    voortgang: Melding | None = Field(description="Laatste melding.")
    dagen: int | None = Field(description="Dagen tot de laatste dag; negatief als die voorbij is.")
    bestand: str = Field(description="Bestand met de afspraken.")
    lezing: str | None = Field(description="Hoe de termijn is gelezen.")
    waarom: str = Field(description="Waarop de stand berust.")
    nummer_afgeleid: bool = Field(description="Of het nummer niet in de bron staat.")
    anders: list[Anderevorm] = Field(description="Partijen die iets anders melden.")


class Termijnenuitvoer(Kopvorm):
    """Wat prestatie termijnen geeft."""

    termijnen: list[Plichtvorm] = Field(description="Verplichtingen, de dringendste eerst.")


class Normvorm(Uitvoervorm):
    """De norm die geldt."""

    soort: Normsoort = Field(description="Soort norm.")
    waarde: Decimaal | None = Field(description="Waarde van de norm.")
    van: date | None = Field(description="Eerste dag waarop de norm geldt.")
    tot: date | None = Field(description="Laatste dag waarop de norm geldt.")
    ondergrens: Decimaal | None = Field(description="Ondergrens van een bandbreedte.")
    bovengrens: Decimaal | None = Field(description="Bovengrens van een bandbreedte.")
    op: date | None = Field(description="Dag waarop het er moet zijn.")
    citaat: str = Field(description="Woorden van de norm in de afspraak.")
    bij_benadering: bool = Field(description="true als de woorden circa, ruim of ongeveer zeggen.")
    uitleg: str | None = Field(description="Waarom de norm zo gelezen wordt.")
    partij: str | None = Field(description="Partij waarvoor de norm geldt; null voor allen samen.")


class Partijdeelvorm(Uitvoervorm):
    """Het deel van één partij, naast haar eigen norm."""

    partij: str = Field(description="Partij die het deel levert.")
    teller: Decimaal | Klein | None = Field(description="Teller; <N waar het aantal te klein is.")
    noemer: Decimaal | Klein | None = Field(description="Noemer; <N waar het aantal te klein is.")
    waarde: Decimaal | None = Field(description="Waarde; een aandeel ligt tussen 0 en 1.")
    norm: Normvorm | None = Field(description="De norm van de partij.")
    periode: str = Field(description="Periode waarover de waarde gaat.")
    oordeel: Oordeel = Field(description="Waarde naast de norm.")
    ruimte: Decimaal | None = Field(description="Wat er nog kan of moet, of hoeveel er te veel is.")
    ruimte_soort: str | None = Field(description="Wat de ruimte is: mogelijk, nodig of te_veel.")
    herkomst: Herkomst | None = Field(description="Hoe vast de cijfers zijn.")
    reden: str | None = Field(description="Waarom er geen waarde of oordeel is.")
    te_leveren: list[str] = Field(description="Wat de partij nog moet leveren.")


class Indicatorvorm(Uitvoervorm):
    """Eén indicator met waarde, norm en oordeel."""

    id: str = Field(description="Korte naam.")
    afspraak: str = Field(description="Nummer van de afspraak.")
    naam: str = Field(description="Naam van de indicator.")
    soort: Soortnaam = Field(description="Soort indicator.")
    teller: Decimaal | Klein | None = Field(description="Teller; <N waar het aantal te klein is.")
    noemer: Decimaal | Klein | None = Field(description="Noemer; <N waar het aantal te klein is.")
    waarde: Decimaal | None = Field(description="Waarde; een aandeel ligt tussen 0 en 1.")
    eenheid: str = Field(description="Eenheid van de waarde.")
    over_jaren: Decimaal | None = Field(description="Over hoeveel jaren een gemiddelde gaat.")
    norm: Normvorm | None = Field(description="De norm die geldt.")
    periode: str = Field(description="Periode waarover de waarde gaat.")
    oordeel: Oordeel = Field(description="Waarde naast de norm.")
    ruimte: Decimaal | None = Field(description="Wat er nog kan of moet, of hoeveel er te veel is.")
    ruimte_soort: str | None = Field(description="Wat de ruimte is: mogelijk, nodig of te_veel.")
    aanname: str | None = Field(description="Waarvan de ruimte uitgaat.")
    kans_boven_norm: Kans | None = Field(description="Kans om boven het maximum uit te komen.")
    kans_gehaald: Kans | None = Field(description="Kans dat een doel over een aandeel wordt gehaald.")
    herkomst: Herkomst | None = Field(description="Hoe vast de cijfers zijn.")
    reden: str | None = Field(description="Waarom er geen waarde of oordeel is.")
    te_leveren: list[str] = Field(description="Wat wie nog moet leveren.")
    bestand: str = Field(description="Bestand met de afspraken.")
    per_partij: list[Partijdeelvorm] = Field(
        description="Het deel van elke partij, als meer partijen leveren."
    )
    vorig: "Indicatorvorm | None" = Field(
        description="Het afgesloten jaar, zolang het lopende jaar geen cijfers heeft."
    )


class Cijfervorm(Uitvoervorm):
    """Eén geleverd cijfer."""

    kengetal: str = Field(description="Naam van het kengetal.")
    periode: str = Field(description="Periode van het cijfer.")
    cijfer: Decimaal = Field(description="Het cijfer; een percentage als aandeel (0-1).")
    eenheid: str = Field(description="Eenheid van het cijfer.")
    door: str = Field(description="Partij die het leverde.")
    geleverd_op: date = Field(description="Dag van de levering.")
    herkomst: Herkomst = Field(description="Hoe vast het cijfer is.")
    plaats: str = Field(description="Bestand en regel.")


class Indicatorspoor(Indicatorvorm):
    """Eén indicator met de cijfers waaruit de waarde volgt."""

    cijfers: list[Cijfervorm] = Field(description="Cijfers die zijn gebruikt.")


class Gepubliceerd(Uitvoervorm):
    """Een som van cijfers die wordt getoond, of waarvan staat dat zij klein is."""

    som: list[str] = Field(description="De cijfers, elk als kengetal/partij/periode.")
    waarde: Decimaal | None = Field(description="Wat zij samen zijn.")
    kleiner_dan: Decimaal | None = Field(description="Dat zij samen minder zijn dan dit.")


class Indicatorenuitvoer(Kopvorm):
    """Wat prestatie indicatoren geeft."""

    indicatoren: list[Indicatorspoor] = Field(description="De indicatoren.")
    gepubliceerd: list[Gepubliceerd] | None = Field(
        description="Met --openbaar: welke sommen van cijfers over mensen er staan, voor --eerder."
    )


class Bewijsvorm(Uitvoervorm):
    """Waaruit een boodschap blijkt; wat er niet is, is leeg."""

    waarde: str = Field(description="De waarde, de stand of wat een partij meldt.")
    periode: str = Field(description="Waarover of wanneer.")
    herkomst: str = Field(description="Hoe vast het is: definitief, voorlopig, voorbeeld of opgave.")
    norm: str = Field(description="Wat is afgesproken.")
    termijn: str = Field(description="Wanneer dat geldt of klaar moet zijn.")
    toelichting: str = Field(description="Reden, oorzaak, gevolg of bijsturing.")


class Boodschapvorm(Uitvoervorm):
    """Eén boodschap: wat het waard is om te zeggen."""

    soort: Boodschapsoort = Field(description="Waar de boodschap over gaat.")
    kop: str = Field(description="De boodschap in een hele zin.")
    bewijs: list[Bewijsvorm] = Field(description="Waaruit dat blijkt.")
    vraag: str = Field(description="Wat er gevraagd wordt; leeg als er niets gevraagd wordt.")
    aan: list[str] = Field(description="Partijen van wie dat gevraagd wordt.")
    nummer: str = Field(description="Nummer van de verplichting of afspraak, of - bij meer.")
    bij: str | None = Field(description="Welke afspraken, waar meer dat nummer hebben.")
    voorbeeld: bool = Field(description="Of het op een voorbeeld berust.")


class Aandachtvorm(Uitvoervorm):
    """Eén punt dat aandacht vraagt."""

    soort: str = Field(description="Waarom het aandacht vraagt, in woorden.")
    nummer: str = Field(description="Nummer van de verplichting of afspraak, of -.")
    bij: str | None = Field(description="Welke afspraken, waar meer dat nummer hebben.")
    wat: str = Field(description="Waarover het gaat.")
    wie: list[str] = Field(description="Partijen die het doen.")
    waarom: str = Field(description="Toelichting.")
    voorbeeld: bool = Field(description="Of het op een voorbeeld berust.")


class Regelvorm(Uitvoervorm):
    """Een lezing van een termijn die partijen nog moeten vaststellen."""

    bestand: str = Field(description="Bestand met de afspraken.")
    nummer: str = Field(description="Nummer van de verplichting.")
    wat: str = Field(description="Korte omschrijving.")
    wie: list[str] = Field(description="Partijen die het doen.")
    woorden: str = Field(description="Letterlijke termijnwoorden.")
    lezing: str = Field(description="Hoe de termijn voorlopig is gelezen.")


class Statusuitvoer(Kopvorm):
    """Wat prestatie status geeft."""

    boodschappen: list[Boodschapvorm] = Field(
        description="Wat het waard is om te zeggen, het zwaarste eerst."
    )
    tellingen: dict[Stand, Nulofmeer] = Field(
        description="Aantal verplichtingen per stand; elke stand staat erin.",
        json_schema_extra={"required": list(STANDEN)},
    )
    aandacht: list[Aandachtvorm] = Field(description="Wat aandacht vraagt, het dringendste eerst.")
    indicatoren: list[Indicatorvorm] = Field(description="De indicatoren.")
    te_regelen: list[Regelvorm] = Field(description="Lezingen die partijen nog moeten vaststellen.")
    onleesbaar: list[str] = Field(description="Bestanden die niet of niet helemaal zijn gelezen.")


class Toonuitvoer(Kopvorm):
    """Wat prestatie toon geeft."""

    bestand: str = Field(description="Bestand met de afspraken.")
    plaats: str = Field(description="Bestand en regel van de afspraak.")
    afspraak: Afspraak = Field(description="De afspraak zoals die in de gegevens staat.")
    termijnen: list[Plichtvorm] = Field(description="De verplichtingen met hun stand.")
    indicatoren: list[Indicatorvorm] = Field(description="De indicatoren bij de afspraak.")
    voortgang: list[Voortgang] = Field(description="De meldingen bij de afspraak.")


class Plaatsvorm(Uitvoervorm):
    """Waar iets staat."""

    bestand: str = Field(description="Naam van het bestand.")
    regel: Positief | None = Field(description="Regel in het bestand.")


class Wijzigingvorm(Uitvoervorm):
    """Eén wijziging tussen twee versies."""

    code: str = Field(description="Code van de regel (prestatie regels --wijzigingen CODE).")
    soort: Wijzigingssoort = Field(description="Hoe ver de wijziging gaat.")
    richting: Richting | None = Field(description="Welke kant de wijziging op gaat.")
    afspraak: str | None = Field(description="Nummer van de afspraak of verplichting.")
    veld: str = Field(description="Veld dat is gewijzigd.")
    oud: str | None = Field(description="Wat er stond.")
    nieuw: str | None = Field(description="Wat er staat.")
    van: Plaatsvorm | None = Field(description="Plaats in de oude versie.")
    naar: Plaatsvorm | None = Field(description="Plaats in de nieuwe versie.")
    vingerafdruk: str = Field(description="Kenmerk van deze wijziging.", pattern="^[0-9a-f]{16}$")


class Diffuitvoer(Kopvorm):
    """Wat prestatie diff geeft."""

    wijzigingen: list[Wijzigingvorm] = Field(description="De wijzigingen.")
    onleesbaar: list[str] = Field(description="Wat niet kon worden vergeleken.")
    vaststellingen: list[str] = Field(description="Wie een andere tekst vaststelde.")


class Gebeurtenisvorm(Uitvoervorm):
    """Eén versie die de afspraak wijzigde."""

    versie: Gegevensversienaam = Field(description="Commit, of werkmap voor wat op schijf staat.")
    datum: date | None = Field(description="Dag van de versie.")
    auteur: str = Field(description="Wie de versie vastlegde.")
    onderwerp: str = Field(description="Eerste regel van het bericht.")
    naam: str = Field(description="Hoe de afspraak toen heette.")
    overgenomen_uit: str | None = Field(description="Waaruit de afspraak is overgenomen.")
    wijzigingen: list[Wijzigingvorm] = Field(description="De wijzigingen.")


class Geschiedenisuitvoer(Kopvorm):
    """Wat prestatie geschiedenis geeft."""

    afspraak: str = Field(description="Nummer van de afspraak.")
    versies: list[Gebeurtenisvorm] = Field(description="Versies die de afspraak wijzigden.")
    onleesbaar: list[str] = Field(description="Wat niet kon worden vergeleken.")


UITVOER: dict[str, type[Kopvorm]] = {
    "status": Statusuitvoer,
    "termijnen": Termijnenuitvoer,
    "indicatoren": Indicatorenuitvoer,
    "toon": Toonuitvoer,
    "valideer": Valideeruitvoer,
    "diff": Diffuitvoer,
    "geschiedenis": Geschiedenisuitvoer,
}
