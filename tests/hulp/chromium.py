"""Pages in a real headless Chromium: several in one start, each in a frame of its own width."""

import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

HIER = Path(__file__).parent
AXE = Path(os.environ.get("AXE_JS") or HIER.parents[1] / ".venv" / "axe.min.js")
VLAGGEN = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
LICHT, DONKER = 1, 0
"""The values of Chromium's `preferredColorScheme`."""

METING = """
<script>
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(r =>
  parent.klaar(frameElement.id, {
    overtredingen: r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html, v.nodes[0].failureSummary]),
    geslaagd: r.passes.length,
    versie: r.testEngine.version,
    breed: document.documentElement.scrollWidth,
    venster: innerWidth,
    donker: matchMedia('(prefers-color-scheme: dark)').matches,
    grond: getComputedStyle(document.documentElement).backgroundColor,
  }));
</script>
"""
RAAM = """<!doctype html><meta charset="utf-8"><style>:root {{ color-scheme: light dark }}</style>
<pre id="uitslag"></pre><script>
const alles = {{}};
function klaar(naam, uitslag) {{
  alles[naam] = uitslag;
  document.getElementById('uitslag').textContent = JSON.stringify(alles);
}}
</script>{frames}"""


def ontbreekt(reden: str) -> None:
    """Skip with the reason; in CI nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(reden)
    pytest.skip(reden)


def axe() -> str:
    """The script of axe-core, of the pinned version and content."""
    if not AXE.is_file():
        ontbreekt(f"axe-core is not at {AXE.name}: run `make axe`, or name the file in AXE_JS")
    som, naam = (HIER / "axe.sha256").read_text("utf-8").split("\n")[1].split()
    assert naam == "axe.min.js"
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == som, "axe.min.js is not the pinned one"
    return AXE.read_text("utf-8")


def chromium(*opties: str) -> str:
    """The standard output of one start with a fresh profile."""
    programma = shutil.which("chromium") or shutil.which("chromium-browser")
    if programma is None:
        ontbreekt("chromium is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profiel:
        opdracht = [str(programma), *VLAGGEN, f"--user-data-dir={profiel}", *opties]
        return subprocess.run(opdracht, check=True, capture_output=True, text=True, timeout=120).stdout


def meet(paginas: dict[str, str], breedtes: tuple[int, ...], schema: int, map_: Path) -> dict[str, Any]:
    """What axe and the browser say of each page at each width, by `NAME-WIDTH`, in one start.

    A window can't be narrower than 500 px, a frame can; media queries follow the frame.
    """
    script = axe().replace("</script", "<\\/script")
    frames = []
    for naam, pagina in paginas.items():
        vol = CSP.sub("", pagina).replace("</body>", f"<script>{script}</script>{METING}</body>")
        frames += [
            f'<iframe id="{naam}-{b}" style="width:{b}px;height:900px;border:0" srcdoc="{html.escape(vol)}"></iframe>'
            for b in breedtes
        ]
    raam = map_ / "raam.html"
    raam.write_text(RAAM.format(frames="\n".join(frames)), "utf-8")
    dom = chromium(
        "--window-size=1400,900",
        f"--blink-settings=preferredColorScheme={schema}",
        "--virtual-time-budget=120000",
        "--dump-dom",
        raam.as_uri(),
    )
    treffer = re.search(r'<pre id="uitslag">(.*?)</pre>', dom, re.DOTALL)
    assert treffer, "the browser gave no result"
    return dict(json.loads(html.unescape(treffer[1])))


def druk_af(pagina: Path, pdf: Path) -> None:
    """The page printed to a PDF."""
    if shutil.which("pdftotext") is None:
        ontbreekt("pdftotext is not installed (poppler-utils)")
    chromium("--no-pdf-header-footer", f"--print-to-pdf={pdf}", pagina.as_uri())
