"""The checks over a whole dossier: one decorated function a rule, all of them in these tuples."""

from prestatie_cli.bevindingen import Bevinding
from prestatie_cli.controles import (
    regels_aanhaling,
    regels_aanvullen,
    regels_data,
    regels_eenheden,
    regels_groepen,
    regels_jaren,
    regels_metingen,
    regels_normen,
    regels_samenhang,
    regels_teksten,
    regels_versies,
    regels_verwijzingen,
    regels_volledigheid,
    regels_voortgang,
)
from prestatie_cli.controles.controle import Controle, Toets, Versietoets
from prestatie_cli.model.dossier import Dossier

CONTROLES: tuple[Controle[Toets], ...] = (
    regels_verwijzingen.partijen_bestaan,
    regels_verwijzingen.melders_bestaan,
    regels_groepen.groepen_kloppen,
    regels_teksten.verplichtingen_hebben_partij,
    regels_verwijzingen.themas_bestaan,
    regels_teksten.themas_gebruikt,
    regels_verwijzingen.nummers_in_thema,
    regels_verwijzingen.namen_uniek,
    regels_verwijzingen.afspraken_bestaan,
    regels_verwijzingen.indicatoren_bestaan,
    regels_verwijzingen.kengetallen_bestaan,
    regels_verwijzingen.cijfers_bestaan,
    regels_eenheden.eenheden_bestaan,
    regels_verwijzingen.parameters_bestaan,
    regels_verwijzingen.verplichtingen_bestaan,
    regels_teksten.bestandsnamen_kloppen,
    regels_teksten.termijnen_leesbaar,
    regels_teksten.citaten_staan_er,
    regels_normen.normen_staan_er,
    regels_normen.normen_volledig,
    regels_normen.normen_van_leveranciers,
    regels_normen.normen_tellen_op,
    regels_normen.indicatoren_volledig,
    regels_eenheden.op_een_dag,
    regels_eenheden.niets_verkeerd_opgeteld,
    regels_eenheden.zelfde_eenheid,
    regels_teksten.afleidingen_verantwoord,
    regels_teksten.hersteld_staat_er,
    regels_teksten.verplichtingen_volledig,
    regels_teksten.meetmomenten_leesbaar,
    regels_metingen.niet_negatief,
    regels_eenheden.hele_aantallen,
    regels_eenheden.tekens_passen,
    regels_metingen.deel_niet_groter,
    regels_metingen.cijfers_eenmaal,
    regels_metingen.leverancier_klopt,
    regels_metingen.levering_na_periode,
    regels_metingen.halven_tellen_op,
    regels_metingen.voorraad_sluit,
    regels_metingen.voorraad_sluit_aan,
    regels_metingen.parameters_op_volgorde,
    regels_voortgang.data_in_jaar,
    regels_data.niet_ver_vooruit,
    regels_voortgang.meldingen_op_volgorde,
    regels_voortgang.afwijking_toegelicht,
    regels_voortgang.wijziging_besloten,
    regels_voortgang.velden_passen,
    regels_voortgang.meldingen_volgen_cijfers,
    regels_aanhaling.termijnen_niet_vergeten,
    regels_aanhaling.termijnwoorden_gebruikt,
    regels_aanhaling.normgetallen_gebruikt,
    regels_jaren.titels_van_jaar,
    regels_jaren.termijnen_in_jaar,
    regels_jaren.normen_niet_verlopen,
    regels_jaren.meetmomenten_in_jaar,
    regels_jaren.vaststellingen_van_jaar,
    regels_jaren.afspraken_lopen_door,
    regels_samenhang.kaders_bestaan,
    regels_samenhang.overlap_genoemd,
    regels_samenhang.vervolgen_bestaan,
    regels_samenhang.meldingen_eenduidig,
    regels_volledigheid.zonder_termijn,
    regels_volledigheid.uitvoering_staat_vast,
    regels_volledigheid.zonder_cijfers,
    regels_volledigheid.onderwerp_zonder_cijfers,
    regels_volledigheid.cijfers_geleverd,
    regels_volledigheid.vaststellingen_compleet,
)
VERSIECONTROLES: tuple[Controle[Versietoets], ...] = (
    regels_aanvullen.alleen_aangevuld,
    regels_versies.citaten_vastgehouden,
    regels_versies.cijfers_gecorrigeerd,
    regels_versies.correcties_noemen_wat_er_stond,
    regels_versies.niets_verdwenen,
)


def controleer(dossier: Dossier, vorige: Dossier | None = None) -> list[Bevinding]:
    """What the checks find in a dossier, and in what changed since an earlier version of it.

    The places still lack their lines.
    """
    gevonden = [b for c in CONTROLES for b in c.bevindingen(c.toets(dossier))]
    if vorige is not None:
        gevonden += [b for c in VERSIECONTROLES for b in c.bevindingen(c.toets(vorige, dossier))]
    return gevonden
