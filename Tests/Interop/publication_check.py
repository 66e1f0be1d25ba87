"""The public site, read by other people's software: publication_check.py WHAT FOLDER; 0 when nothing is wrong, else 1.

The shapes, schemas and grammars beside this file were written for this test from the specifications they name.
"""

import csv
import io
import json
import pathlib
import re
import sys
import urllib.robotparser
import warnings

HERE = pathlib.Path(__file__).parent / "publicatie"


class Wrong(Exception):
    """What is wrong with the site."""


def demand(holds, message):
    if not holds:
        raise Wrong(message)


def slugs(site):
    names = [path.name.removesuffix(".schema.json") for path in site.glob("v1/*.schema.json")]
    demand(names, "the site has no data")
    return names


def check_json(site):
    import jsonschema

    for name in slugs(site):
        schema = json.loads((site / f"v1/{name}.schema.json").read_bytes())
        data = json.loads((site / f"v1/{name}.json").read_bytes())
        jsonschema.Draft202012Validator.check_schema(schema)
        formats = jsonschema.FormatChecker(formats=["date", "uri"])
        parts = [json.loads(path.read_bytes()) for path in sorted(site.glob(f"v1/{name}/*/*.json"))]
        for part in [data] + parts:
            for error in jsonschema.Draft202012Validator(schema, format_checker=formats).iter_errors(part):
                raise Wrong(f"{error.json_path}: {error.message}")
        # Between them the parts have each row once.
        rows = [json.dumps(row) for part in parts for row in part["gegevens"]]
        demand(not parts or sorted(rows) == sorted(json.dumps(row) for row in data["gegevens"]), f"parts of {name}")
        demand(data["schema"] == schema["$id"], "the data name another schema")
        demand(data["gegevens"], "the data are empty")


def check_csv(site):
    import clevercsv

    texts = []
    for name in slugs(site):
        raw = (site / f"v1/{name}.csv").read_bytes()
        demand(raw.startswith(b"\xef\xbb\xbf"), "no byte order mark: Excel would take it for another character set")
        text = raw.decode("utf-8-sig")
        demand(text.replace("\r\n", "").count("\r") <= text.count("'\r"), "a line end that is not CRLF")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
        data = json.loads((site / f"v1/{name}.json").read_bytes())
        demand(len(rows) == len(data["gegevens"]) + 1, f"{len(rows)} lines for {len(data['gegevens'])} rows")
        demand(all(len(row) == len(data["velden"]) for row in rows), "lines of different lengths")
        demand(csv.Sniffer().sniff(text.splitlines()[0], delimiters=";,\t").delimiter == ";", "not seen to be semicolons")
        found = clevercsv.Sniffer().sniff(text, delimiters=[";", ",", "\t", "|"])
        demand((found.delimiter, found.quotechar) == (";", '"'), f"taken for {found.delimiter!r} and {found.quotechar!r}")
        # Also where a spreadsheet splits at another character or minds no quotes, no cell may begin a formula.
        for delimiter, quoting in [(";", csv.QUOTE_MINIMAL)] + [(mark, csv.QUOTE_NONE) for mark in ";,\t"]:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):
                for cell in row:
                    start = cell.strip(" \t\r\n\"")
                    demand(start[:1] not in set("=+@\uff1d\uff0b\uff0d\uff20"), f"a formula at {delimiter!r}: {cell!r}")
                    demand(start[:1] != "-" or start[1:].isdigit() and cell == start, f"a formula: {cell!r}")
        texts += [row[0] for row in rows[1:]]
    print(json.dumps(texts))


def check_atom(site):
    import feedparser
    from lxml import etree

    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    paths = sorted(site.glob("*/wijzigingen.atom"))
    # A subject of which a change would tell about a person has no feed; every other has.
    pages = {path.parent.name for path in site.glob("*/index.html")}
    subjects = [name for name in slugs(site) if name in pages and name != "vertrouwenspersonen"]
    demand([path.parent.name for path in paths] == sorted(subjects), f"feeds of {paths}, subjects {subjects}")
    for path in paths:
        document = etree.fromstring(path.read_bytes())
        demand(grammar.validate(document), str(grammar.error_log.last_error))
        feed = feedparser.parse(path.read_bytes(), response_headers={"content-type": "application/atom+xml"})
        demand(not feed.bozo, f"feedparser: {feed.get('bozo_exception')}")
        demand(feed.version == "atom10", f"taken for {feed.version}")
        identifiers = [entry.id for entry in feed.entries] + [feed.feed.id]
        demand(len(set(identifiers)) == len(identifiers), "an id occurs twice")
        demand(all(entry.updated_parsed for entry in feed.entries) and feed.feed.updated_parsed, "an unreadable moment")
        last = max([entry.updated for entry in feed.entries], default=feed.feed.updated)
        demand(feed.feed.updated == last, "not as old as its last change")
        demand([link.rel for link in feed.feed.links] == ["self", "alternate"], "no address of itself and of the page")
        demand(all([link.rel for link in entry.links] == ["alternate"] for entry in feed.entries), "an entry without a page")


def check_sitemap(site):
    import xmlschema

    schema = xmlschema.XMLSchema(HERE / "sitemap.xsd")
    schema.validate(str(site / "sitemap.xml"))
    addresses = [url["loc"] for url in schema.to_dict(str(site / "sitemap.xml"))["url"]]
    demand(len(set(addresses)) == len(addresses), "an address occurs twice")


def check_robots(site):
    parser = urllib.robotparser.RobotFileParser()
    parser.parse((site / "robots.txt").read_text().splitlines())
    demand(parser.can_fetch("*", "https://register.gemeente.example/proeven/"), "nothing may be read")
    demand(parser.site_maps(), "no sitemap")


def check_security(site):
    from sectxt import Parser

    parsed = Parser((site / ".well-known/security.txt").read_bytes())
    demand(not parsed.errors, f"{parsed.errors}")
    demand(len(parsed.lines) >= 4, "too few lines")


def check_openapi(site):
    from openapi_spec_validator import OpenAPIV31SpecValidator

    file = site / "v1/openapi.json"
    description = json.loads(file.read_bytes())
    for error in OpenAPIV31SpecValidator(description, base_uri=file.as_uri()).iter_errors():
        raise Wrong(f"{list(error.absolute_path)}: {error.message}")
    contact = description["info"]["contact"]
    demand({"name", "url", "email"} <= contact.keys(), f"contact: {contact}")
    for path, item in description["paths"].items():
        # A word to fill in stands for every file of that form.
        files = list(site.glob(re.sub(r"\{[^}]*\}", "*", path.lstrip("/"))))
        demand(files and all(file.is_file() for file in files), f"{path} is not there")
        for content in item["get"]["responses"]["200"]["content"].values():
            reference = content["schema"].get("$ref")
            demand(not reference or (site / "v1" / reference).is_file(), f"{reference} is not there")
        demand("API-Version" in item["get"]["responses"]["200"]["headers"], f"{path} names no version")


def check_dcat(site):
    import pyshacl
    import rdflib

    data = rdflib.Graph().parse(site / "v1/dcat.jsonld", format="json-ld")
    demand(len(data) > 40, f"only {len(data)} statements")
    shapes = rdflib.Graph().parse(HERE / "dcat-ap-nl.ttl", format="turtle")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    demand(conforms, report)


def check_html(site):
    import html5lib

    pages = sorted(site.rglob("*.html"))
    demand(len(pages) > 5, "too few pages")
    for page in pages:
        parser = html5lib.HTMLParser(strict=True)
        try:
            document = parser.parse(page.read_bytes())
        except html5lib.html5parser.ParseError as error:
            raise Wrong(f"{page.relative_to(site)}: {error} {parser.errors[-1:]}") from error
        names = {element.tag.split("}")[-1] for element in document.iter() if isinstance(element.tag, str)}
        demand({"title", "main", "h1", "footer"} <= names, f"{page.relative_to(site)} lacks a part")


def check_problem(site):
    problem = json.loads((site / "v1/404.json").read_bytes())
    demand(problem["status"] == 404 and problem["title"] and problem["detail"], f"{problem}")


def main():
    warnings.simplefilter("ignore")
    what, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    try:
        globals()[f"check_{what}"](folder)
    except Exception as error:  # A parser that refuses the file is an answer, too.
        print(f"{what}: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
