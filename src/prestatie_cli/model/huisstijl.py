"""The house style of the documents and the site as data: logo, colour, font, contact, order of the parts."""

from typing import Annotated, Literal, get_args

from pydantic import ConfigDict, Field, StringConstraints, field_validator

from prestatie_cli.model.basis import Record, Tekst

Onderdeel = Literal["belangrijkste", "cijfers", "themas", "partijen", "zienswijzen", "bijlagen"]
ONDERDELEN: tuple[Onderdeel, ...] = get_args(Onderdeel)
# What matters and where parties differ can't be left out of a report.
ALTIJD: tuple[Onderdeel, ...] = ("belangrijkste", "zienswijzen")
Logonaam = Annotated[str, StringConstraints(pattern=r"^logo\.(png|jpe?g|svg)$")]
Kleur = Annotated[str, StringConstraints(pattern="^#[0-9a-fA-F]{6}$")]
Letternaam = Annotated[str, StringConstraints(pattern="^[A-Za-z0-9][A-Za-z0-9 -]{0,60}$")]
LEESBAAR_CONTRAST = 4.5  # the contrast that text needs (WCAG 2.1, 1.4.3)
WIT, ZWART, NACHT = "#ffffff", "#000000", "#14181c"
STAPPEN = 50
# How the bytes of each kind of picture begin.
AFBEELDINGEN = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff"}


def is_afbeelding(naam: str, inhoud: bytes) -> bool:
    """Whether a file is the picture that its name says; an svg with definitions of its own is not taken."""
    soort = naam.rpartition(".")[2]
    if soort != "svg":
        return inhoud.startswith(AFBEELDINGEN[soort])
    from xml.etree.ElementTree import ParseError, fromstring  # takes 7 ms, and few have an svg

    try:
        tekst = inhoud.decode("utf-8-sig")
        vrij = "<!ENTITY" not in tekst  # what makes XML from others unsafe to read
        return vrij and fromstring(tekst).tag.rpartition("}")[2] == "svg"  # noqa: S314
    except (UnicodeDecodeError, ParseError):
        return False


def helderheid(kleur: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.1)."""
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een: str, ander: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.1)."""
    laag, hoog = sorted((helderheid(een), helderheid(ander)))
    return (hoog + 0.05) / (laag + 0.05)


def leesbaar_op(kleur: str, grond: str) -> str:
    """The colour itself where it can be read on a ground, else the nearest to black or white that can."""
    doel = max((ZWART, WIT), key=lambda uiterste: contrast(uiterste, grond))
    for stap in range(STAPPEN + 1):
        mengsel = _gemengd(kleur, doel, stap / STAPPEN)
        if contrast(mengsel, grond) >= LEESBAAR_CONTRAST:
            return mengsel
    return doel


def _gemengd(kleur: str, doel: str, deel: float) -> str:
    paren = [(int(kleur[i : i + 2], 16), int(doel[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * deel):02x}" for a, b in paren)


class Huisstijl(Record):
    """The file `huisstijl.yaml`: how documents and site look; what they say does not change by it."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Huisstijl van documenten en site (huisstijl.yaml)."}
    )

    naam: Tekst | None = Field(None, description="Naam van de organisatie, boven elk document.")
    logo: Logonaam | None = Field(None, description="Bestand met het logo, naast dit bestand.")
    kleur: Kleur | None = Field(None, description="Kleur van koppen, verwijzingen en grafieken, als #154273.")
    letter: Letternaam | None = Field(None, description="Lettertype; in de PDF alleen als typst het heeft.")
    contact: Tekst | None = Field(
        None, description="Wie vragen beantwoordt, als teksten/contact.md er niet is."
    )
    onderdelen: tuple[Onderdeel, ...] = Field((), description="Onderdelen van het rapport, in volgorde.")

    @field_validator("kleur")
    @classmethod
    def _is_leesbaar(cls, kleur: str | None) -> str | None:
        if kleur and contrast(kleur, WIT) < LEESBAAR_CONTRAST:
            hoeveel = f"{contrast(kleur, WIT):.1f}".replace(".", ",")
            raise ValueError(
                f"de kleur {kleur} is op wit niet goed te lezen: contrast {hoeveel}, nodig is 4,5",
                f"kies een donkerder kleur, zoals {leesbaar_op(kleur, WIT)}",
            )
        return kleur

    @field_validator("onderdelen")
    @classmethod
    def _zegt_wat_moet(cls, onderdelen: tuple[Onderdeel, ...]) -> tuple[Onderdeel, ...]:
        weg = [deel for deel in ALTIJD if onderdelen and deel not in onderdelen]
        if weg:
            raise ValueError(
                f"het onderdeel '{weg[0]}' kan niet weg", "zet het erbij; de volgorde kiest u zelf"
            )
        if len(set(onderdelen)) < len(onderdelen):
            raise ValueError("een onderdeel staat er twee keer", "noem elk onderdeel één keer")
        return onderdelen

    @property
    def kleur_donker(self) -> str | None:
        """The colour on a dark page, light enough to read."""
        return leesbaar_op(self.kleur, NACHT) if self.kleur else None
