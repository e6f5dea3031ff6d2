"""The command line: Typer, one thin module a command, all registered here."""

import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer._click.core import Command  # Typer's base of commands and groups has no public name
from typer.core import TyperCommand, TyperGroup

from prestatie_cli import __version__
from prestatie_cli.cli import (
    diff,
    geschiedenis,
    git_driver,
    indicatoren,
    opties,
    rapport,
    regels,
    schema,
    status,
    termijnen,
    toon,
    valideer,
    vaststellen,
)
from prestatie_cli.cli.nederlands import Gebruiksfout, vertaal_fout, vertaal_hulp

if TYPE_CHECKING:
    from prestatie_cli.fouten import BronFout


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
    """The group of commands, in the order in which they are registered: the first look first."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of registration."""
        return list(self.commands)


SCHILLEN = ("bash", "zsh", "fish", "powershell")
AANVULVARIABELE = "_PRESTATIE_COMPLETE"
app = typer.Typer(
    name="prestatie",
    cls=Opdrachten,
    help="Houdt prestatieafspraken bij: wat is afgesproken, hoe staat het ervoor, wat vraagt aandacht.",
    epilog="Begin met 'prestatie status'. Uitleg van een opdracht: 'prestatie OPDRACHT --help'.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
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
    map_: opties.Map = None,
    versie: opties.Versie = None,
    bekend_op: opties.BekendOp = None,
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


for naam, functie in (
    ("status", status.status),
    ("termijnen", termijnen.termijnen),
    ("indicatoren", indicatoren.indicatoren),
    ("toon", toon.toon),
    ("rapport", rapport.rapport),
    ("valideer", valideer.valideer),
    ("schema", schema.schema),
    ("regels", regels.regels),
    ("diff", diff.diff),
    ("geschiedenis", geschiedenis.geschiedenis),
    ("vaststellen", vaststellen.vaststellen),
    ("git-installeer", git_driver.git_installeer),
    ("git-driver", git_driver.git_driver),
):
    app.command(naam, cls=Opdracht)(functie)


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
    except _bronfout() as fout:
        return _fout(fout.boodschap, fout.hulp, 3)
    except BrokenPipeError:
        # The reader of the pipe has gone; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return code if isinstance(code, int) else 0


def _bronfout() -> "type[BronFout]":
    """The exception of the sources; looked up only when there is one, since it brings git along."""
    from prestatie_cli.fouten import BronFout

    return BronFout


def _fout(zin: str, hulp: str, code: int) -> int:
    from prestatie_cli.taal import schoon

    print(f"fout: {schoon(zin)}\n  hulp: {schoon(hulp)}", file=sys.stderr)
    return code
