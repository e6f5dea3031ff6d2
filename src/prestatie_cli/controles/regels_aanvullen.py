"""Statements and corrections are only added to: what stood there in an earlier version still does.

Records are compared, not lines: other quotes or another order of keys change nothing, and a record may
move to another file of the same kind. What is only an example may go.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import leveringen, meldingen
from prestatie_cli.model.basis import Record
from prestatie_cli.model.dossier import Dossier, jaargang_van
from prestatie_cli.taal import datum_in_woorden

LANGSTE_CITAAT = 80


class Post(NamedTuple):
    """A record that stays: all that it says, by what a changed one is known, and where order counts."""

    bestand: str
    pad: Pad
    record: Record
    inhoud: Hashable
    kenmerk: Hashable
    groep: Hashable
    naam: str
    raakt: str


@regel(
    "alleen-aanvullen",
    "fout",
    "Een melding of correctie die in de vorige versie stond, staat er nog, ongewijzigd.",
    "Wie iets anders te melden heeft, voegt een melding toe: zo blijft te zien wat eerder is gemeld. De "
    "vorige versie is de laatste in git, of die van --basis. Voorbeelden mogen weg. Moet iets toch weg, "
    "zoals de naam van een bewoner, leg dat dan vast in een eigen commit.",
)
def alleen_aangevuld(vorige: Dossier, nu: Dossier) -> Iterator[Vondst]:
    """A statement and a correction of the earlier version still stand there, unchanged and in order.

    Says nothing about a kind of file of which something now can't be read: it may stand there.
    """
    if not any(b.startswith("voortgang") for b in nu.gemist):
        eerder = (p for p, voorbeeld in _meldingen(vorige, nu) if not voorbeeld)
        yield from _vergeleken(list(eerder), [p for p, _ in _meldingen(nu, nu)])
    if not any(b.startswith("metingen") for b in nu.gemist):
        eerder = (p for p, voorbeeld in _correcties(vorige) if not voorbeeld)
        yield from _vergeleken(list(eerder), [p for p, _ in _correcties(nu)])


def _meldingen(dossier: Dossier, afspraken: Dossier) -> Iterator[tuple[Post, bool]]:
    """The statements and whether each is an example; those on one day keep their order.

    Which year of agreements each is about is read from the same agreements for both versions.
    """
    for bestand, register, v, pad in meldingen(dossier):
        jaar = jaargang_van(afspraken, register, v)
        yield (
            Post(
                bestand,
                pad,
                v,
                inhoud=(jaar, v.model_copy(update={"jaargang": None})),
                kenmerk=(v.verplichting, v.datum, v.door),
                groep=v.datum,
                naam=f"de melding van {v.door} van {datum_in_woorden(v.datum)} over {v.verplichting}",
                raakt=v.verplichting,
            ),
            v.herkomst == "voorbeeld",
        )


def _correcties(dossier: Dossier) -> Iterator[tuple[Post, bool]]:
    """The corrections and whether each is an example; those of one figure keep their order."""
    for bestand, meting, levering, pad in leveringen(dossier):
        for i, c in enumerate(levering.correcties):
            yield (
                Post(
                    bestand,
                    (*pad, "correcties", i),
                    c,
                    inhoud=(meting.periode, c),
                    kenmerk=(meting.periode, c.kengetal, c.gecorrigeerd_op),
                    groep=(meting.periode, c.kengetal),
                    naam=f"de correctie van {datum_in_woorden(c.gecorrigeerd_op)} "
                    f"van {c.kengetal} over {meting.periode}",
                    raakt=c.kengetal,
                ),
                levering.herkomst == "voorbeeld",
            )


def _vergeleken(eerder: list[Post], nu: list[Post]) -> Iterator[Vondst]:
    """What was changed, moved within its group, or is gone."""
    gelijk, plekken = _per(nu, range(len(nu)), "inhoud"), []
    for post in eerder:
        plekken.append(gelijk[post.inhoud].popleft() if gelijk[post.inhoud] else None)
    anders = _per(nu, sorted(set(range(len(nu))).difference(plekken)), "kenmerk")
    laatste: dict[Hashable, int] = {}
    weg: dict[str, list[Post]] = defaultdict(list)
    for nummer, (post, plek) in enumerate(zip(eerder, plekken, strict=True)):
        if plek is not None:
            if plek < laatste.get(post.groep, plek):
                yield _verplaatst(post, nu[plek])
            laatste[post.groep] = max(plek, laatste.get(post.groep, plek))
        elif anders[post.kenmerk]:
            yield _gewijzigd(post, nu[anders[post.kenmerk].popleft()])
        elif (buur := _buur(nummer, eerder, plekken)) is not None:
            yield _verdwenen(post, nu[buur])
        else:
            weg[post.bestand].append(post)
    yield from (_leeg(bestand, posten) for bestand, posten in weg.items())


def _per(posten: list[Post], nummers: Iterable[int], veld: str) -> dict[Hashable, deque[int]]:
    uit: dict[Hashable, deque[int]] = defaultdict(deque)
    for nummer in nummers:
        uit[getattr(posten[nummer], veld)].append(nummer)
    return uit


def _buur(nummer: int, eerder: list[Post], plekken: list[int | None]) -> int | None:
    """Where the nearest record of the same file, first of those above it, stands now."""
    volgorde = [*range(nummer - 1, -1, -1), *range(nummer + 1, len(eerder))]
    bestand = eerder[nummer].bestand
    return next((p for i in volgorde if eerder[i].bestand == bestand and (p := plekken[i]) is not None), None)


def _verplaatst(post: Post, nu: Post) -> Vondst:
    boodschap = f"{post.naam} staat voor een andere waar zij in de vorige versie na kwam"
    return Vondst(nu.bestand, nu.pad, boodschap, "herstel de volgorde van de vorige versie", (post.raakt,))


def _gewijzigd(post: Post, nu: Post) -> Vondst:
    velden = [v for v in type(post.record).model_fields if getattr(post.record, v) != getattr(nu.record, v)]
    was = "; ".join(f"{veld} was {_citaat(getattr(post.record, veld))}" for veld in velden)
    boodschap = f"{post.naam} is gewijzigd: {was or 'zij gaat nu over een andere jaargang'}"
    hulp = "zet terug wat er stond, en voeg toe wat er nieuw is"
    return Vondst(nu.bestand, (*nu.pad, velden[0]) if velden else nu.pad, boodschap, hulp, (post.raakt,))


def _verdwenen(post: Post, buur: Post) -> Vondst:
    inhoud = post.record.model_dump(exclude_defaults=True)
    citaat = ", ".join(f"{veld}: {_citaat(waarde)}" for veld, waarde in inhoud.items())
    boodschap = f"{post.naam} stond in de vorige versie bij deze en is weg: {citaat}"
    return Vondst(buur.bestand, buur.pad, boodschap, "zet haar terug op haar plaats", (post.raakt,))


def _leeg(bestand: str, posten: list[Post]) -> Vondst:
    """That nothing of what a file held is left, in one sentence for all of it."""
    meer = f" (en {len(posten) - 1} meer)" if len(posten) > 1 else ""
    boodschap = f"{posten[0].naam}{meer} stond in de vorige versie in dit bestand en is weg"
    raakt = tuple(dict.fromkeys(p.raakt for p in posten))
    return Vondst(bestand, (), boodschap, "haal terug wat er stond, met git restore", raakt)


def _citaat(waarde: Any) -> str:
    """An old value as it is quoted: short, a date in words."""
    if waarde is None:
        return "leeg"
    if isinstance(waarde, date):
        return datum_in_woorden(waarde)
    tekst = ", ".join(waarde) if isinstance(waarde, tuple) else " ".join(str(waarde).split())
    return f"'{tekst[:LANGSTE_CITAAT]}…'" if len(tekst) > LANGSTE_CITAAT else f"'{tekst}'"
