"""The years over which agreements are in force, and what names them."""

import re
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from prestatie_cli.model.basis import Jaar, Record

BESTANDSNAAM = re.compile(r"(?:afspraken-)?(.*?)(?:\.yaml)?")


def _zonder_bestandsnaam(waarde: object) -> object:
    """What names agreements is the years in the name of their file; the whole name will do."""
    gevonden = BESTANDSNAAM.fullmatch(waarde) if isinstance(waarde, str) else None
    return gevonden[1] if gevonden else waarde


JAARTALLEN = r"(?:19|2[01])[0-9]{2}(?:-(?:19|2[01])[0-9]{2})?"
# What names agreements: their year or years, as in the name of their file.
Aanduiding = Annotated[
    str, StringConstraints(pattern=f"^{JAARTALLEN}$"), BeforeValidator(_zonder_bestandsnaam)
]
# A duty of other agreements: `2026/3.6a`, `2024-2027/1.1a`.
Plichtverwijzing = Annotated[str, StringConstraints(pattern=rf"^{JAARTALLEN}/[^\s/]+$", max_length=40)]


class Geldigheid(Record):
    """The first and the last year in which agreements are in force."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Eerste en laatste jaar waarin de afspraken gelden."}
    )

    van: Jaar = Field(description="Eerste jaar.")
    tot: Jaar = Field(description="Laatste jaar; dat telt mee.")

    @model_validator(mode="after")
    def _loopt_vooruit(self) -> "Geldigheid":
        if self.tot < self.van:
            raise ValueError(f"de afspraken gelden van {self.van} tot en met {self.tot}", "keer de jaren om")
        return self
