"""The checks over a whole dossier: one function a rule, all of them in `CONTROLES`."""

from collections.abc import Iterable

from prestatie_cli.bevindingen import Bevinding, Regel
from prestatie_cli.controles import cijfers, meldingen, teksten, verwijzingen, volledigheid
from prestatie_cli.controles.basis import Controle
from prestatie_cli.model.dossier import Dossier

CONTROLES: tuple[Controle, ...] = (
    Controle(
        Regel(
            "partij-onbekend",
            "fout",
            "Elke partij die in de afspraken genoemd wordt, staat in de lijst 'partijen'.",
            "Een tikfout in een partij zou haar lijst onvolledig maken.",
        ),
        verwijzingen.partijen_bestaan,
    ),
    Controle(
        Regel(
            "melder-onbekend",
            "fout",
            "Wie cijfers levert of iets meldt, is een partij bij de afspraken.",
            "De partijen staan in afspraken-JJJJ.yaml.",
        ),
        verwijzingen.melders_bestaan,
    ),
    Controle(
        Regel(
            "partij-ontbreekt",
            "fout",
            "Elke verplichting heeft een partij die haar nakomt; een constatering heeft er geen.",
            "Zonder partij staat de verplichting op niemands lijst.",
        ),
        teksten.verplichtingen_hebben_partij,
    ),
    Controle(
        Regel(
            "thema-onbekend",
            "fout",
            "Elke afspraak hoort bij een thema dat bestaat.",
            "De thema's staan in afspraken-JJJJ.yaml.",
        ),
        verwijzingen.themas_bestaan,
    ),
    Controle(
        Regel(
            "thema-leeg",
            "waarschuwing",
            "Elk thema heeft ten minste één afspraak.",
            "Een leeg thema wijst op een afspraak die is vergeten of verkeerd genummerd.",
        ),
        teksten.themas_gebruikt,
    ),
    Controle(
        Regel(
            "nummer-buiten-thema",
            "fout",
            "Het eerste deel van een nummer is het thema: 3.6 hoort bij thema 3.",
            "Zo vindt de lezer een afspraak terug waar hij haar verwacht.",
        ),
        verwijzingen.nummers_in_thema,
    ),
    Controle(
        Regel(
            "naam-dubbel",
            "fout",
            "Elk nummer en elke id staat één keer in zijn lijst.",
            "Bij een dubbel nummer is niet te zeggen welke afspraak bedoeld is.",
        ),
        verwijzingen.namen_uniek,
    ),
    Controle(
        Regel(
            "afspraak-onbekend",
            "fout",
            "Elke indicator hoort bij een afspraak die bestaat.",
            "De norm van een indicator is een citaat uit zijn afspraak.",
        ),
        verwijzingen.afspraken_bestaan,
    ),
    Controle(
        Regel(
            "indicator-onbekend",
            "fout",
            "Elke indicator waarnaar een afspraak verwijst, bestaat.",
            "De indicatoren staan in afspraken-JJJJ.yaml.",
        ),
        verwijzingen.indicatoren_bestaan,
    ),
    Controle(
        Regel(
            "kengetal-onbekend",
            "fout",
            "Elk kengetal waarnaar de afspraken verwijzen, is er omschreven.",
            "Zonder omschrijving weet niemand wat het cijfer telt.",
        ),
        verwijzingen.kengetallen_bestaan,
    ),
    Controle(
        Regel(
            "cijfer-onbekend",
            "fout",
            "Elk geleverd cijfer is een kengetal dat de afspraken omschrijven.",
            "Een tikfout in een kengetal zou het cijfer ongemerkt laten vervallen.",
        ),
        verwijzingen.cijfers_bestaan,
    ),
    Controle(
        Regel(
            "parameter-onbekend",
            "fout",
            "Elke wettelijke waarde die een indicator toont, staat in parameters.yaml.",
            "Wettelijke waarden staan met hun bron in de gegevens, nooit in het programma.",
        ),
        verwijzingen.parameters_bestaan,
    ),
    Controle(
        Regel(
            "verplichting-onbekend",
            "fout",
            "Elke melding gaat over een verplichting die bestaat.",
            "Een verplichting is het nummer van de afspraak met een letter, zoals 3.6a.",
        ),
        verwijzingen.verplichtingen_bestaan,
    ),
    Controle(
        Regel(
            "bestandsnaam",
            "fout",
            "Het jaar of de periode in een bestand is die in de naam van het bestand.",
            "Zo staat een cijfer niet ongemerkt bij een andere periode.",
        ),
        teksten.bestandsnamen_kloppen,
    ),
    Controle(
        Regel(
            "termijn-onleesbaar",
            "fout",
            "De woorden van elke termijn staan in de tabel, of partijen hebben de lezing vastgesteld.",
            "Woorden als 'begin', 'eind', 'najaar' of 'zo spoedig mogelijk' worden nooit geraden. Zet "
            "bij de termijn een 'lezing' met vroegst of uiterlijk en wie haar wanneer vaststelde.",
        ),
        teksten.termijnen_leesbaar,
    ),
    Controle(
        Regel(
            "citaat",
            "fout",
            "De woorden van een termijn en een voorwaarde staan letterlijk in de afspraak.",
            "Het oordeel hangt van de woorden af. Hoofdletters en regeleinden tellen niet; '…' staat "
            "tussen stukken die in die volgorde voorkomen.",
        ),
        teksten.citaten_staan_er,
    ),
    Controle(
        Regel(
            "norm-citaat",
            "fout",
            "Het citaat van een norm staat in de afspraak, en het getal van de norm in het citaat.",
            "Zo is elke norm in de getekende tekst terug te vinden.",
        ),
        teksten.normen_staan_er,
    ),
    Controle(
        Regel(
            "norm-volledig",
            "fout",
            "Een norm heeft een waarde of twee grenzen, en geldt niet tegelijk met een andere.",
            "Bij overlap is niet te zeggen welke norm geldt.",
        ),
        teksten.normen_volledig,
    ),
    Controle(
        Regel(
            "indicator-volledig",
            "fout",
            "Een aandeel heeft een noemer, een cumulatieve indicator een eerste jaar.",
            "Andere soorten hebben die velden niet.",
        ),
        teksten.indicatoren_volledig,
    ),
    Controle(
        Regel(
            "afleiding",
            "fout",
            "Wat is afgeleid, zegt waaruit.",
            "Wie leest, moet kunnen zien wat er niet in de bron staat.",
        ),
        teksten.afleidingen_verantwoord,
    ),
    Controle(
        Regel(
            "herstel",
            "fout",
            "Wat als hersteld is genoteerd, staat zo in de afspraak.",
            "Met deze lijst is de tekst van de scan terug te vinden.",
        ),
        teksten.hersteld_staat_er,
    ),
    Controle(
        Regel(
            "verplichting-volledig",
            "fout",
            "Een voorwaardelijke verplichting heeft een voorwaarde, een lezing een datum.",
            "Zonder voorwaarde is niet te zeggen wanneer de verplichting geldt.",
        ),
        teksten.verplichtingen_volledig,
    ),
    Controle(
        Regel(
            "meetmoment",
            "fout",
            "Meetmomenten horen bij een terugkerende termijn.",
            "Zolang partijen geen meetmomenten vaststellen, telt het aantal keren per kalenderjaar.",
        ),
        teksten.meetmomenten_leesbaar,
    ),
    Controle(
        Regel(
            "cijfer-negatief",
            "fout",
            "Een cijfer ligt niet onder nul.",
            "Alleen een kengetal met 'negatief: true', zoals een correctie, mag dat.",
        ),
        cijfers.niet_negatief,
    ),
    Controle(
        Regel(
            "cijfer-heel",
            "fout",
            "Een aantal is een heel getal; alleen euro's hebben decimalen.",
            "Een punt is een decimaalpunt: 1.234 is ruim één, geen twaalfhonderd.",
        ),
        cijfers.hele_aantallen,
    ),
    Controle(
        Regel(
            "deel-groter",
            "fout",
            "Een deel is niet groter dan het geheel.",
            "Welk kengetal een deel is van een ander, staat bij 'deel_van'.",
        ),
        cijfers.deel_niet_groter,
    ),
    Controle(
        Regel(
            "cijfer-dubbel",
            "fout",
            "Een cijfer over een periode is één keer geleverd.",
            "Een later beter cijfer vervangt het eerdere; wat er stond komt onder 'correcties'.",
        ),
        cijfers.cijfers_eenmaal,
    ),
    Controle(
        Regel(
            "leverancier",
            "waarschuwing",
            "Een cijfer komt van de partij die het volgens de afspraken levert.",
            "De partij staat bij het kengetal onder 'levert'.",
        ),
        cijfers.leverancier_klopt,
    ),
    Controle(
        Regel(
            "levering-datum",
            "fout",
            "Definitieve cijfers komen na de periode, een correctie na de levering.",
            "Cijfers over een lopende periode zijn voorlopig.",
        ),
        cijfers.levering_na_periode,
    ),
    Controle(
        Regel(
            "halfjaren",
            "fout",
            "De halve jaren zijn samen het jaar, als geen van drie voorlopig is.",
            "Het jaarcijfer vervangt de halfjaarcijfers; een verschil is een correctie.",
        ),
        cijfers.halven_tellen_op,
    ),
    Controle(
        Regel(
            "voorraad",
            "fout",
            "De voorraad sluit: begin + plus - min + correctie = eind.",
            "De melding noemt het verschil.",
        ),
        cijfers.voorraad_sluit,
    ),
    Controle(
        Regel(
            "voorraad-aansluiting",
            "fout",
            "Een periode begint met de voorraad waarmee de vorige eindigde.",
            "Anders is er tussen twee jaren een woning zoekgeraakt.",
        ),
        cijfers.voorraad_sluit_aan,
    ),
    Controle(
        Regel(
            "parameter-volgorde",
            "fout",
            "De waarden van een wettelijke parameter volgen elkaar op zonder overlap.",
            "Bij overlap is niet te zeggen welke waarde geldt.",
        ),
        cijfers.parameters_op_volgorde,
    ),
    Controle(
        Regel(
            "melding-datum",
            "fout",
            "Een melding is van het jaar van haar bestand of eerder, en niet ouder dan wat zij meldt.",
            "Meldingen van een volgend jaar staan in het bestand van dat jaar.",
        ),
        meldingen.data_in_jaar,
    ),
    Controle(
        Regel(
            "melding-toelichting",
            "fout",
            "Bij 'vertraagd' en 'aandacht' staan oorzaak en bijsturing.",
            "De raad wil weten waardoor iets afwijkt en wat eraan gedaan wordt.",
        ),
        meldingen.afwijking_toegelicht,
    ),
    Controle(
        Regel(
            "melding-besluit",
            "fout",
            "Bij 'uitgesteld' en 'vervallen' staan het besluit en de instemming van alle partijen.",
            "Een afspraak wijzigt alleen als alle partijen dat willen; een besloten wijziging is geen "
            "tekortkoming.",
        ),
        meldingen.wijziging_besloten,
    ),
    Controle(
        Regel(
            "melding-velden",
            "fout",
            "'tot' staat alleen bij 'uitgesteld', 'gereed_op' alleen bij 'afgerond'.",
            "Bij een andere melding zou het veld niets betekenen.",
        ),
        meldingen.velden_passen,
    ),
    Controle(
        Regel(
            "zonder-termijn",
            "informatie",
            "Een verplichting zonder termijn wordt genoemd, zodat zij niet wordt vergeten.",
            "Zonder termijn is zij nooit te laat.",
        ),
        volledigheid.zonder_termijn,
    ),
    Controle(
        Regel(
            "zonder-cijfers",
            "informatie",
            "Een indicator zonder cijfers wordt genoemd.",
            "Wie het cijfer levert, staat bij het kengetal.",
        ),
        volledigheid.zonder_cijfers,
    ),
    Controle(
        Regel(
            "onderwerp-zonder-cijfers",
            "informatie",
            "Een onderwerp waarop partijen terugkomen en dat geen cijfer heeft, wordt genoemd.",
            "De reden staat erbij, als die is vastgelegd.",
        ),
        volledigheid.onderwerp_zonder_cijfers,
    ),
)


def controleer(dossier: Dossier, controles: Iterable[Controle] = CONTROLES) -> list[Bevinding]:
    """What the checks find in a dossier; the places still lack their lines."""
    return [
        Bevinding(c.regel.code, c.regel.ernst, vondst.boodschap, vondst.plaats, vondst.hulp)
        for c in controles
        for vondst in c.toets(dossier)
    ]
