"""What can be said of a page without a browser: is it valid HTML, and does every link lead somewhere?"""

import collections
import re
import subprocess
import urllib.parse

from chromium import program
from website import HTML

# Tidy is older than these; each is in the HTML standard or in WAI-ARIA.
TIDY_DOES_NOT_KNOW = re.compile(r'proprietary attribute "(aria-[a-z]+|autocomplete|inputmode|enterkeyhint|loading|fetchpriority|inert)"')
LIST_OF_TERMS = re.compile(r"<dl\b.*?</dl>", re.DOTALL)


def for_tidy(text):
    """The page as Tidy can judge it: a `div` that groups terms in a `dl` came after Tidy, so it is left out."""
    return LIST_OF_TERMS.sub(lambda terms: re.sub(r"</?div\b[^>]*>", "", terms.group()), text)


def validity(site, file):
    """Parse errors by the HTML standard (html5lib), and what stands where it may not (Tidy)."""
    found = []
    for position, code, _ in site.tree(file)[1]:
        found.append(f"line {position[0]} column {position[1]}: {code}")
    tidy = subprocess.run(
        [
            program("tidy"), "-errors", "-quiet", "-utf8", "--drop-empty-elements", "no", "--new-blocklevel-tags", "search",
            "--new-inline-tags", "bdi", "--warn-proprietary-attributes", "yes",
        ],
        input=for_tidy(file.read_text("utf-8", "replace")), capture_output=True, text=True, check=False,
    )
    for line in tidy.stderr.splitlines():
        if " - " in line and not TIDY_DOES_NOT_KNOW.search(line) and "is not approved by W3C" not in line:
            found.append(line.strip())
    return found


def targets(site, file):
    """Every address that a page names, as written."""
    tree, _ = site.tree(file)
    for element in tree.iter():
        for name in ("href", "src", "action", "cite", "data"):
            if isinstance(element.tag, str) and name in element.attrib:
                # A canonical address or an alternate form is a link too.
                yield element.tag.removeprefix(HTML), element.attrib[name]


def below_root(site, address, target):
    """The address below the root that a link leads to; none when it leads outside the site."""
    if site.public and (target == site.public or target.startswith(site.public + "/")):
        target = target[len(site.public):] or "/"
    whole = urllib.parse.urljoin(site.root + address, target)
    return whole[len(site.root):] if whole.startswith(site.root + "/") else None


def links(site, address, file):
    """Links inside the site that lead nowhere, and fragments that are not there."""
    found = []
    for tag, target in targets(site, file):
        scheme = urllib.parse.urlsplit(target).scheme
        if scheme not in ("", "http", "https", "mailto", "tel", "data"):
            found.append(f"{tag}: {scheme}: is no place to link to")
        inside = below_root(site, address, target)
        if inside is None:
            continue
        there = site.resolve(inside)
        if there is None:
            found.append(f"{tag} to {target}: nothing there")
            continue
        fragment = urllib.parse.unquote(urllib.parse.urlsplit(inside).fragment)
        if fragment and there.suffix == ".html":
            ids = {element.attrib.get("id") for element in site.tree(there)[0].iter()}
            if fragment not in ids:
                found.append(f"{tag} to {target}: no such place on that page")
    return found


def site_wide(site, lapsed=()):
    """What is wrong between pages: two with one title, and pages that no link leads to."""
    found = []
    titles = collections.defaultdict(list)
    for address, file in site.pages.items():
        title = site.tree(file)[0].find(f".//{HTML}title")
        titles["" if title is None else (title.text or "").strip()].append(address)
    for title, addresses in sorted(titles.items()):
        if not title:
            found.append(f"no title: {' '.join(addresses)}")
        elif len(addresses) > 1:
            found.append(f"one title, {title!r}, for {' '.join(sorted(addresses))}")
    reached, waiting = {"/"}, ["/"]
    while waiting:
        address = waiting.pop()
        file = site.resolve(address)
        if file is None:
            continue
        for _, target in targets(site, file):
            inside = below_root(site, address, target)
            inside = inside and urllib.parse.urlsplit(inside).path
            if inside and inside not in reached and (site.resolve(inside) or file).suffix == ".html":
                reached.add(inside)
                waiting.append(inside)
    # A server shows the first in place of a page that is not there, and a lapsed page is for who has its address.
    lost = set(site.pages) - reached - {"/404.html", *lapsed}
    found += [f"a link leads to {address}, which lapsed" for address in sorted(reached.intersection(lapsed))]
    return found + [f"no link leads to {address}" for address in sorted(lost)]
