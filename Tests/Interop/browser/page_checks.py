"""What a page must be in a browser, each check by itself."""

import io
import json
import pathlib
import re

import axe_playwright_python
import pypdf

from website import HTML

QUESTIONS = (pathlib.Path(__file__).parent / "page.js").read_text()
# Only the script that the package carries is used: axe itself, by Deque.
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
AXE_VERSION = re.search(r"axe v([0-9.]+)", AXE).group(1)
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# Paper of 210 by 297 millimetres, in points.
A4 = (595.3, 841.9)
DESKTOP, PHONE, ZOOMED = 1280, 390, 320


def ask(chromium, question):
    return chromium.evaluate(f"waarborgProef.{question}")


# What axe looks at apart from the words: elements, their place, and what is said of them.
SHAPE = """(() => {
  const of = (node) => {
    const own = [...node.attributes]
      .filter((one) => /^(class|role|hidden|disabled|lang|dir|type|open|tabindex|scope|for|id|aria-.*)$/.test(one.name))
      .map((one) => `${one.name}=${one.value}`).sort().join(" ");
    const text = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== "");
    return `${node.localName}[${own}]${text ? "t" : ""}(${[...node.children].map(of).join(",")})`;
  };
  return of(document.body);
})()"""


def shape(chromium):
    """The same for two pages that differ in their words alone."""
    return chromium.evaluate(SHAPE)


def axe(chromium):
    """Every rule of axe-core for WCAG 2.2 A and AA, and its advice."""
    chromium.evaluate(AXE + "; 0")
    result = chromium.evaluate(f"axe.run(document, {json.dumps(AXE_OPTIONS)}).then(r => r.violations)")
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in result
        for node in violation["nodes"][:3]
    ]


def keyboard(chromium):
    """Tab alone: every link in order, always seen, and first of all a link past the menu."""
    names = ask(chromium, "stops()")
    found, expected = [], 0
    for _ in range(len(names) + 50):
        chromium.press("Tab", 9)
        focus = ask(chromium, "focus()")
        if focus is None:
            break
        if focus["index"] < 0:
            # A browser lets the keyboard scroll what scrolls; that is a stop of its own.
            if not focus["scrolls"]:
                found.append(f"Tab stops at {focus['name']}, which is not in the order of the page")
        elif focus["parts"] and focus["index"] == expected - 1:
            pass  # A field for a date has a stop for the day, the month, the year and the calendar.
        elif focus["index"] != expected:
            found.append(f"Tab goes to {focus['name']}, where {names[expected:expected + 1] or ['the end']} comes next")
            expected = focus["index"] + 1
        else:
            expected += 1
        if not focus["ring"]:
            found.append(f"nothing shows that the keyboard is at {focus['name']}")
        if not focus["seen"]:
            found.append(f"out of sight while the keyboard is there: {focus['name']}")
        if focus["index"] >= len(names) - 1:
            break
    if expected < len(names):
        found.append(f"Tab never reaches {names[expected]}")
    return found


def skip_link(chromium):
    """The first stop leads past the menu, and works. The page must have been opened just before."""
    ask(chromium, "stops()")
    chromium.press("Tab", 9)
    first = ask(chromium, "focus()")
    if first is None or not (first["href"] or "").startswith("#") or len(first["href"]) < 2:
        return [f"the first stop is no link past the menu but {first and first['name']}"]
    chromium.press("Enter", 13)
    if chromium.evaluate("location.hash") != first["href"]:
        return [f"Enter on {first['name']} does nothing"]
    target = json.dumps(first["href"][1:])
    wrong = ask(chromium, f"seen({target})")
    if not wrong:
        chromium.press("Tab", 9)
        wrong = ask(chromium, f"continues({target})")
    return [wrong] if wrong else []


def reflow(chromium):
    """At four times the size, and with the spacing that a reader may set, everything is there and fits."""
    found = ask(chromium, "overflow()")
    ask(chromium, "spacing(true)")
    found += [f"with wider spacing {wrong}" for wrong in ask(chromium, "overflow()") if wrong not in found]
    ask(chromium, "spacing(false)")
    return found


def printed(chromium, expected, is_single):
    """On paper: A4, complete, and telling where it came from."""
    pages = pypdf.PdfReader(io.BytesIO(chromium.pdf())).pages
    found = []
    sizes = {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages}
    for width, height in sizes:
        if abs(width - A4[0]) > 2 or abs(height - A4[1]) > 2:
            found.append(f"paper of {width} by {height} points, which is not A4")
    # A printer breaks lines where it likes.
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for wanted in expected:
        if re.sub(r"\s+", "", wanted) not in text:
            found.append(f"not on the paper: {wanted}")
    if is_single and len(pages) != 1:
        found.append(f"{len(pages)} sheets for one entry")
    return found


def heading(site, file):
    """The words of the page's first heading."""
    found = site.tree(file)[0].find(f".//{HTML}h1")
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
