"""The command line: Typer, one thin module a command, loaded when it is called."""

import os
import sys
import traceback
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
from typer._click.core import Command  # Typer's base of commands and groups has no public name
from typer.core import TyperCommand, TyperGroup

from prestatie_cli import __version__
from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.cli import opties
from prestatie_cli.cli.nederlands import Gebruiksfout, vertaal_fout, vertaal_hulp
from prestatie_cli.fouten import BronFout
from prestatie_cli.taal import schoon

# The commands in the order of the help, the first look first. `git-driver` is `git_driver` in its file.
OPDRACHTEN: dict[str, str] = {
    "status": "Toon hoe het ervoor staat en wat aandacht vraagt.",
    "termijnen": "Toon de termijnen: te laat, binnenkort, later.",
    "indicatoren": "Toon de indicatoren tegen hun norm.",
    "toon": "Toon één afspraak met alles wat erbij hoort.",
    "rapport": "Maak het jaarlijkse monitoringrapport.",
    "site": "Maak een site: een map met pagina's, zonder server en zonder script.",
    "valideer": "Controleer de gegevens: elke fout met plaats en remedie.",
    "schema": "Toon het JSON Schema van een soort bestand of van JSON-uitvoer.",
    "regels": "Toon de regels voor de gegevens, of leg er één uit.",
    "diff": "Toon wat er tussen twee versies is gewijzigd, en voor wie.",
    "geschiedenis": "Toon wat er in git aan één afspraak wijzigde.",
    "vaststellen": "Leg vast dat een partij deze afspraken vaststelde.",
    "git-installeer": "Laat git diff en git log -p in afspraken spreken.",
    "git-driver": "Toon wat in één bestand wijzigde; git roept dit aan.",
}
INSTELLINGEN: dict[str, Any] = {
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
    "add_completion": False,
    "context_settings": {"help_option_names": ["--help", "-h"], "max_content_width": 100},
}


class _Nederlands(Command):
    """Help and usage with Typer's own words in Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help page in Dutch."""
        return vertaal_hulp(super().get_help(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The usage line in Dutch."""
        return vertaal_hulp(super().get_usage(ctx))


class Opdracht(_Nederlands, TyperCommand):
    """A command."""


class Opdrachten(_Nederlands, TyperGroup):
    """The group of commands: it knows their names and sentences, and loads the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands in the order of the help."""
        return list(OPDRACHTEN)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, its module loaded now; None when there is none."""
        return laad_opdracht(cmd_name) if cmd_name in OPDRACHTEN else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named first; an unknown one is wrong use, with the nearest as a question."""
        naam = args[0]
        if naam not in OPDRACHTEN and not naam.startswith("-"):
            hulp = bedoelde_u(naam, OPDRACHTEN) or "zie prestatie --help"
            raise Gebruiksfout(f"de opdracht '{naam}' bestaat niet; {hulp}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list in the help, without loading any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(OPDRACHTEN.items()))


@cache
def laad_opdracht(naam: str) -> Any:
    """A command made from the function of its module."""
    functienaam = naam.replace("-", "_")
    functie = getattr(import_module(f"prestatie_cli.cli.{functienaam}"), functienaam)
    maker = typer.Typer(**INSTELLINGEN)
    maker.command(naam, cls=Opdracht, help=OPDRACHTEN[naam])(functie)
    return typer.main.get_command(maker)


SCHILLEN = ("bash", "zsh", "fish", "powershell")
SPOORVARIABELE = "PRESTATIE_SPOOR"
AANVULVARIABELE = "_PRESTATIE_COMPLETE"
app = typer.Typer(
    name="prestatie",
    cls=Opdrachten,
    help="Houdt prestatieafspraken bij: wat is afgesproken, hoe staat het ervoor, wat vraagt aandacht.",
    epilog="Begin met 'prestatie status'. Uitleg van een opdracht: 'prestatie OPDRACHT --help'.",
    no_args_is_help=True,
    **INSTELLINGEN,
)


def _toon_aanvulling(schil: str | None) -> None:
    if schil is None:
        return
    from typer._completion_shared import get_completion_script

    if schil not in SCHILLEN:
        raise Gebruiksfout(f"de schil '{schil}' is onbekend; kies uit: {', '.join(SCHILLEN)}")
    print(get_completion_script(prog_name="prestatie", complete_var=AANVULVARIABELE, shell=schil))
    raise typer.Exit


def _toon_versie(gevraagd: bool) -> None:
    if gevraagd:
        print(f"prestatie {__version__}")
        raise typer.Exit


@app.callback()
def hoofd(
    map_: opties.MapOptie = None,
    versie: opties.VersieOptie = None,
    bekend_op: opties.BekendOpOptie = None,
    programmaversie: Annotated[
        bool, typer.Option("--version", callback=_toon_versie, is_eager=True, help="Toon de versie.")
    ] = False,
    aanvulling: Annotated[
        str | None,
        typer.Option(
            "--aanvulling",
            metavar="SCHIL",
            callback=_toon_aanvulling,
            is_eager=True,
            help=f"Toon het script waarmee Tab aanvult: {', '.join(SCHILLEN)}.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Hold the global options; the commands find them in the root context."""


def _zonder_plugins() -> None:
    """Spare pydantic its search for plugins: we have none, and it costs as much as all our reading.

    pydantic reads an environment variable for this only after importing importlib.metadata, which
    is the expensive part; so its loader is put in place here, empty.
    """
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = lambda: ()  # type: ignore[attr-defined]  # the one name that pydantic uses
    sys.modules.setdefault(loader.__name__, loader)


def main(argumenten: list[str] | None = None) -> int:
    """Run the program; gives the exit code. The one place where the run's exceptions end."""
    _zonder_plugins()
    if AANVULVARIABELE in os.environ:
        # Typer registers its shells only together with its own, English, options.
        from typer._completion_classes import completion_init

        completion_init()
    try:
        code = app(args=argumenten, prog_name="prestatie", standalone_mode=False)
    except typer.TyperException as fout:
        if not fout.format_message().startswith("Gebruik:"):
            return _fout(*vertaal_fout(fout), 2)
        print(fout.format_message(), file=sys.stderr)
        return 2
    except BronFout as fout:
        return _fout(fout.boodschap, fout.hulp, 3)
    except KeyboardInterrupt:
        return 130
    except Exception as fout:
        if isinstance(fout, OSError) and not _heeft_werkmap():
            return _fout("de map waarin u staat bestaat niet meer", "ga naar een map die er nog is", 3)
        _als_uitvoer(fout)
        return _onvoorzien(fout)
    return code if isinstance(code, int) else 0


def _heeft_werkmap() -> bool:
    try:
        return bool(os.getcwd())
    except OSError:
        return False


def _als_uitvoer(fout: Exception) -> None:
    """Pass on that standard output takes no more, which the entry of the program tells."""
    if isinstance(fout, OSError) and fout.filename is None:  # of a file it would have the name
        raise fout


def _onvoorzien(fout: Exception) -> int:
    """A fault of the program: a report tells where it arose; the whole trace comes when it is asked for."""
    if SPOORVARIABELE in os.environ:
        raise fout
    laatste = traceback.extract_tb(fout.__traceback__)[-1]
    plek = f"{type(fout).__name__}, {Path(laatste.filename).name}:{laatste.lineno}"
    return _fout(
        f"dit is een fout in het programma zelf ({plek})",
        f"meld haar met de opdracht die u gaf; {SPOORVARIABELE}=1 toont waar zij ontstond",
        3,
    )


def _fout(zin: str, hulp: str, code: int) -> int:
    with suppress(OSError):  # the code tells it as well
        print(f"fout: {schoon(zin)}\n  hulp: {schoon(hulp)}", file=sys.stderr, flush=True)
    return code
