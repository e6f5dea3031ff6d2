"""jinja2 templates -> text: sandboxed, strict about names, user text escaped."""

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from prestatie_cli.formats.woorden import schoon

MARKDOWN = {teken: "\\" + teken for teken in "\\`*_{}[]()#+-!|~"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "&#64;",
}


def markdown(waarde: object) -> str:
    """User text for Markdown: every character that Markdown or HTML would read is escaped."""
    return "".join(MARKDOWN.get(teken, teken) for teken in schoon(" ".join(str(waarde).split())))


def render(sjablonen: Mapping[str, str], naam: str, **waarden: Any) -> str:
    """The text that a template makes of values; a misspelt name in a template is an error."""
    omgeving = ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(sjablonen)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    omgeving.filters["md"] = markdown
    return omgeving.get_template(naam).render(**waarden)
