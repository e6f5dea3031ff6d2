"""Pages in a real headless Chromium: several in one start, each in a frame of its own width."""

import hashlib
import html
import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from tests.hulp.programmas import draai, eigen_letters, ontbreekt, programma

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
// The texts of a drawing that meet another text or a bar, or that stand outside it.
function botst(svg) {
  const kader = svg.getBoundingClientRect();
  const teksten = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
  const balken = [...svg.querySelectorAll(':scope > rect')].map(r => ['balk', r.getBoundingClientRect()]);
  const raakt = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return teksten.flatMap(([tekst, a], i) => [
    ...(a.right > kader.right + 1 || a.bottom > kader.bottom + 1 ? [tekst + ' valt buiten'] : []),
    ...[...teksten.slice(i + 1), ...balken].filter(([, b]) => raakt(a, b)).map(([naam]) => tekst + ' op ' + naam),
  ]);
}
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(r =>
  parent.klaar(frameElement.id, {
    overtredingen: r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html, v.nodes[0].failureSummary]),
    geslaagd: r.passes.length,
    versie: r.testEngine.version,
    breed: document.documentElement.scrollWidth,
    bijlagen: document.getElementById('bijlagen')?.getBoundingClientRect().top ?? null,
    letters: Math.min(...[...document.querySelectorAll('svg text')].map(t =>
      t.ownerSVGElement.getScreenCTM().a * parseFloat(getComputedStyle(t).fontSize))),
    botsingen: [...document.querySelectorAll('svg')].flatMap(botst),
    kaarten: [...document.querySelectorAll('tbody tr')].filter(r => getComputedStyle(r).display === 'flex').length,
    bovenaan: [...document.querySelectorAll('.eerst')].filter(e => [...e.parentElement.children].some(k =>
      k !== e && k.offsetHeight && k.getBoundingClientRect().top < e.getBoundingClientRect().top)).length,
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


def axe() -> str:
    """The script of axe-core, of the pinned version and content."""
    if not AXE.is_file():
        ontbreekt(f"axe-core is not at {AXE.name}: run `make test` where npm is, or name the file in AXE_JS")
    som, naam = (HIER / "axe.sha256").read_text("utf-8").split("\n")[1].split()
    assert naam == "axe.min.js"
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == som, "axe.min.js is not the pinned one"
    return AXE.read_text("utf-8")


def chromium(*opties: str, omgeving: dict[str, str] | None = None) -> str:
    """The standard output of one start with a fresh profile."""
    naam = "chromium" if shutil.which("chromium") else "chromium-browser"
    programma("chromium", naam)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profiel:
        return draai(naam, *VLAGGEN, f"--user-data-dir={profiel}", *opties, omgeving=omgeving)


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
    programma("pdftotext")
    letters = eigen_letters(pdf.parent)
    chromium("--no-pdf-header-footer", f"--print-to-pdf={pdf}", pagina.as_uri(), omgeving=letters)
