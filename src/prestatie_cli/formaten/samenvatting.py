"""What a run of `valideer` appends to the summary page of a pull request."""

from collections.abc import Mapping

from prestatie_cli.formaten.valideer import Uitslag, slotzin, te_tonen
from prestatie_cli.sjablonen.vullen import render


def md(uitslag: Uitslag, sjablonen: Mapping[str, str]) -> str:
    """The whole list of findings as Markdown."""
    return render(sjablonen, "samenvatting.md.j2", slotzin=slotzin(uitslag), bevindingen=te_tonen(uitslag))
