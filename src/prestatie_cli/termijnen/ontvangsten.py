"""What came in for a duty: deliveries with the figures that it asks for, and statements that it is done."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.meldingen import VOORTGANG
from prestatie_cli.termijnen.perioden import Grenzen, grenzen, is_bedekt, ligt_in


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """The day on which figures (`levering`) or a statement came in, and the period that they are about."""

    op: date
    tijdvak: str | None
    voorbeeld: bool
    melding: Voortgang | None = None

    @property
    def levering(self) -> bool:
        """Whether it is figures and no statement."""
        return self.melding is None

    def ingetrokken(self, eigen: Iterable[Voortgang], tijdvak: Grenzen) -> bool:
        """Whether it was taken back for a period by a later word that names that period.

        Of what names its own period any of the doers may say so, else only who said it.
        """
        gezegd = self.melding
        return gezegd is not None and any(
            (v.door == gezegd.door or gezegd.tijdvak is not None)
            and v.datum > gezegd.datum
            and v.melding in VOORTGANG[:-1]
            and v.tijdvak is not None
            and ligt_in(tijdvak, grenzen(v.tijdvak))
            for v in eigen
        )

    @property
    def waarom(self) -> str:
        """What came in, as the reason that something is done."""
        over = f", over {self.tijdvak}" if self.tijdvak else ""
        return f"ontvangen op {datum_in_woorden(self.op)}{over}{' (voorbeeld)' if self.voorbeeld else ''}"

    def telt_op(self, dag: date) -> bool:
        """Whether it is about a period that ended in the year before a day, or that contains it."""
        if self.tijdvak is None:
            return True
        van, tot = grenzen(self.tijdvak)
        return van <= dag and _een_jaar_eerder(dag) < tot


def _een_jaar_eerder(dag: date) -> date:
    return dag.replace(year=dag.year - 1, day=28 if (dag.month, dag.day) == (2, 29) else dag.day)


def ontvangsten(
    dossier: Dossier,
    jaargang: Jaargang,
    verplichting: Verplichting,
    doeners: Collection[str],
    eigen: Iterable[Voortgang],
    peildatum: date,
) -> tuple[Ontvangst, ...]:
    """What came in from these doers up to the peildatum, in order of time."""
    uit = list(_leveringen(dossier, jaargang, verplichting, doeners, peildatum))
    for v in eigen:
        if v.melding == "afgerond":
            uit.append(Ontvangst(v.gereed_op or v.datum, v.tijdvak, v.herkomst == "voorbeeld", v))
    return tuple(sorted(uit, key=lambda o: (o.op, o.tijdvak or "", o.voorbeeld)))


def _leveringen(
    dossier: Dossier,
    jaargang: Jaargang,
    verplichting: Verplichting,
    doeners: Collection[str],
    peildatum: date,
) -> Iterable[Ontvangst]:
    """Per period the day on which the doers had delivered all figures that the duty asks of them."""
    gevraagd = set(verplichting.kengetallen)
    if not gevraagd:
        return
    levert = {k.id: [p for p in k.levert if p in doeners] for k in jaargang.kengetallen if k.id in gevraagd}
    van_hen = {(k, p) for k, partijen in levert.items() for p in partijen}
    gevraagd = {k for k, _ in van_hen} or gevraagd
    for meting in dossier.metingen.values():
        bij = [
            x
            for x in meting.leveringen
            if x.door in doeners and x.geleverd_op <= peildatum and not gevraagd.isdisjoint(x.cijfers)
        ]
        # What nobody of them has to deliver may come from any of them.
        gekomen = {(k, x.door) for x in bij for k in x.cijfers}
        if van_hen <= gekomen if van_hen else gevraagd <= {k for k, _ in gekomen}:
            yield Ontvangst(
                max(x.geleverd_op for x in bij),
                meting.periode,
                any(x.herkomst == "voorbeeld" for x in bij),
            )


def is_gedekt(tijdvak: Grenzen, binnengekomen: Iterable[Ontvangst]) -> bool:
    """Whether what came in covers a whole period: two quarters a half, a year its halves."""
    return is_bedekt(tijdvak, [grenzen(o.tijdvak) for o in binnengekomen if o.tijdvak])
