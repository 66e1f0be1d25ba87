"""Alterations of a site with `/controle/`: each changes one thing, and says what the page has to find."""

import base64
import dataclasses
import json
import shutil
import typing


@dataclasses.dataclass
class Alteration:
    name: str
    make: typing.Callable


ALTERATIONS = []


def alteration(name):
    def add(function):
        ALTERATIONS.append(Alteration(name, function))
        return function

    return add


class Data:
    """The data of the part that an entry is in, to be changed and written back; the index names the parts."""

    def __init__(self, folder):
        self.index_path = folder / "controle" / "delen.json"
        self.index = json.loads(self.index_path.read_text())
        # One with values on the list, in the middle: at an edge a mistake can hide. Of a subject that has such values.
        self.subject, shown = next(
            (subject, shown) for subject in self.index["onderwerpen"] if (shown := self.shown(folder, subject)))
        entry, self.part, self.path = shown[len(shown) // 2]
        self.all = json.loads(self.path.read_text())
        self.entries = self.all["opgaven"]
        self.entry = next(known for known in self.entries if known["id"] == entry["id"])
        # Another one of the same part.
        self.other = next(known for known in self.entries if known is not self.entry and known["onthullingen"])
        self.list = folder / self.part["lijst"] / "index.html"
        self.rows = folder / self.subject["gegevens"]

    @staticmethod
    def shown(folder, subject):
        """The entries of a subject that are on its list with a value that was disclosed, each with its part and file."""
        found = []
        for part in subject["delen"]:
            for number in range(1, part["bestanden"] + 1):
                path = folder / part["pagina"] / ("gegevens.json" if number == 1 else f"gegevens-{number}.json")
                found += [(entry, part, path) for entry in json.loads(path.read_text())["opgaven"]
                          if entry["onthullingen"] and entry["opDeLijst"]]
        return found

    def event(self, position):
        return next(event for event in self.all["gebeurtenissen"] if event["plaats"] == position)

    def write(self):
        self.path.write_text(json.dumps(self.all))

    def write_index(self):
        self.index_path.write_text(json.dumps(self.index))

    def claims(self, position):
        payload = self.event(position)["blad"].split(".")[1]
        return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))

    def kid(self, position):
        header = self.event(position)["blad"].split(".")[0]
        return json.loads(base64.urlsafe_b64decode(header + "=" * (-len(header) % 4)))["kid"]

    def key(self, position):
        kid = self.kid(position)
        return next(key for key in self.all["sleutels"] if key["kid"] == kid)


def flip(text, index):
    """The text with one character changed for another of its kind."""
    index %= len(text)
    old = text[index]
    new = "B" if old == "A" else "A"
    return text[:index] + new + text[index + 1:]


def of_entry(data, *words):
    return {"entry": data.entry["naam"], "words": words}


@alteration("nothing")
def nothing(folder):
    return {}


def change_part(folder, part, change):
    """One part of the event of an entry, changed: header 0, payload 1, signature 2."""
    data = Data(folder)
    event = data.event(data.entry["plaats"])
    parts = event["blad"].removesuffix("~").split(".")
    parts[part] = change(parts[part])
    event["blad"] = ".".join(parts) + "~"
    data.write()
    return data


def reword(payload):
    """The payload with one letter of its text changed, still JSON."""
    text = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
    text = text.replace('"op":"2', '"op":"1', 1)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@alteration("a byte of the payload")
def payload(folder):
    return of_entry(change_part(folder, 1, reword), "de ondertekening klopt niet", "hoort niet bij het controlepunt")


@alteration("a byte of the payload that makes it unreadable")
def payload_unreadable(folder):
    return of_entry(change_part(folder, 1, lambda part: flip(part, 0)), "de ondertekende tekst is")


@alteration("a byte of the signature")
def signature(folder):
    return of_entry(
        change_part(folder, 2, lambda part: flip(part, 10)), "de ondertekening klopt niet",
        "hoort niet bij het controlepunt")


@alteration("a byte of a disclosure")
def disclosure(folder):
    data = Data(folder)
    data.entry["onthullingen"][0] = flip(data.entry["onthullingen"][0], 20)
    data.write()
    return of_entry(data, "een getoonde waarde is niet de waarde die is ondertekend")


@alteration("a value in a disclosure, with everything shown changed along")
def disclosed_value(folder):
    data = Data(folder)
    encoded = data.entry["onthullingen"][0]
    salt, name, value = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    made = json.dumps([salt, name, "Penningmeester"]).encode()
    data.entry["onthullingen"][0] = base64.urlsafe_b64encode(made).decode().rstrip("=")
    data.write()
    return of_entry(data, "een getoonde waarde is niet de waarde die is ondertekend")


@alteration("a disclosure left out")
def disclosure_gone(folder):
    data = Data(folder)
    data.entry["onthullingen"].pop(0)
    data.write()
    return of_entry(data, "de ondertekende waarde ontbreekt in de gegevens")


@alteration("another way up the tree")
def path(folder):
    data = Data(folder)
    way = data.event(data.entry["plaats"])["pad"]
    way[0] = (way[0] + 1) % len(data.all["hashes"])
    data.write()
    return of_entry(data, "de plaats in het grootboek", "hoort niet bij het controlepunt")


@alteration("a byte of a hash on the way up")
def path_hash(folder):
    data = Data(folder)
    index = data.event(data.entry["plaats"])["pad"][0]
    data.all["hashes"][index] = flip(data.all["hashes"][index], 5)
    data.write()
    return of_entry(data, "hoort niet bij het controlepunt")


@alteration("a way up cut short")
def path_short(folder):
    data = Data(folder)
    data.event(data.entry["plaats"])["pad"].pop()
    data.write()
    return of_entry(data, "het bewijs is te kort")


@alteration("a hash missing")
def hash_gone(folder):
    data = Data(folder)
    data.event(data.entry["plaats"])["pad"][0] = len(data.all["hashes"])
    data.write()
    return of_entry(data, "een hash van het bewijs ontbreekt")


def change_note(folder, change):
    file = folder / "controle" / "checkpoint"
    file.write_text(change(file.read_text()))


@alteration("a byte of the checkpoint's root")
def root(folder):
    def change(note):
        lines = note.split("\n")
        lines[2] = flip(lines[2], 3)
        return "\n".join(lines)

    change_note(folder, change)
    return {"general": ["het controlepunt: de ondertekening klopt niet"]} | of_entry(
        Data(folder), "hoort niet bij het controlepunt")


@alteration("another size in the checkpoint")
def size(folder):
    def change(note):
        lines = note.split("\n")
        lines[1] = str(int(lines[1]) + 1)
        return "\n".join(lines)

    change_note(folder, change)
    return {"general": ["het controlepunt: de ondertekening klopt niet"]}


@alteration("a byte of the checkpoint's signature")
def note_signature(folder):
    change_note(folder, lambda note: note[:-20] + flip(note[-20:], 0))
    return {"general": ["het controlepunt: de ondertekening klopt niet"]}


@alteration("the checkpoint signed by nobody")
def unsigned(folder):
    change_note(folder, lambda note: note.replace("— ", "— iemand-", 1))
    return {"general": ["het controlepunt: de ondertekening van het log ontbreekt"]}


@alteration("another key of the log beside it")
def log_key(folder):
    file = folder / "controle" / "sleutel"
    file.write_text(flip(file.read_text(), -10))
    return {"general": ["niet die van het grootboek"]}


@alteration("no checkpoint")
def note_gone(folder):
    (folder / "controle" / "checkpoint").unlink()
    return {"general": ["het controlepunt is niet op te halen (fout 404)"]}


@alteration("data that is no JSON")
def no_json(folder):
    data = Data(folder)
    data.path.write_text(data.path.read_text()[:-40])
    return {"general": [f"{data.path.name} is geen geldige JSON"]}


@alteration("data without a part")
def part_gone(folder):
    data = Data(folder)
    del data.all["sleutels"]
    data.write()
    return {"general": [f"{data.path.name}: «sleutels» ontbreekt"]}


@alteration("data without subjects")
def subjects_gone(folder):
    data = Data(folder)
    data.index["onderwerpen"] = []
    data.write_index()
    return of_entry(data, "staat hier, maar niet in de gegevens")


@alteration("a part left out of the index")
def subject_part_gone(folder):
    data = Data(folder)
    data.subject["delen"].remove(data.part)
    data.write_index()
    return of_entry(data, "staat op de site, maar niet in de gegevens", "staat hier, maar niet in de gegevens")


@alteration("a part without its data")
def part_data_gone(folder):
    data = Data(folder)
    data.path.unlink()
    return {"general": [f"{data.path.name} is niet op te halen (fout 404)", "opgaven, en niet"]} | of_entry(
        data, "staat op de site, maar niet in de gegevens")


@alteration("a part of another page of the list")
def part_elsewhere(folder):
    data = Data(folder)
    data.part["lijst"] = data.subject["lijst"] if data.part["lijst"] != data.subject["lijst"] else None
    data.write_index()
    return of_entry(data, "staat niet op de lijst")


@alteration("a byte of the registration of a key")
def registration(folder):
    data = Data(folder)
    position = data.key(data.entry["plaats"])["registratie"]
    event = data.event(position)
    first, claims, last = event["blad"].split(".")
    event["blad"] = ".".join([first, reword(claims), last])
    data.write()
    return of_entry(data, f"de sleutel (geregistreerd op plaats {position})") if position else {
        "general": ["gebeurtenis 0 (GrootboekGeopend): de ondertekening klopt niet"]}


@alteration("another registration for a key")
def other_registration(folder):
    data = Data(folder)
    other = next(event for event in data.all["gebeurtenissen"] if event["plaats"] == data.entries[0]["plaats"])
    key = data.key(data.entry["plaats"])
    key["registratie"] = other["plaats"]
    data.write()
    return of_entry(data, "de sleutel")


@alteration("a key left out")
def key_gone(folder):
    data = Data(folder)
    data.all["sleutels"].remove(data.key(data.entry["plaats"]))
    data.write()
    return of_entry(data, "de sleutel: hoe die is geregistreerd ontbreekt in de gegevens")


@alteration("an event left out")
def event_gone(folder):
    data = Data(folder)
    data.all["gebeurtenissen"].remove(data.event(data.entry["plaats"]))
    data.write()
    return of_entry(data, f"gebeurtenis {data.entry['plaats']} ontbreekt in de gegevens")


@alteration("an event at another position")
def other_position(folder):
    data = Data(folder)
    data.event(data.entry["plaats"])["blad"] = data.event(data.other["plaats"])["blad"]
    data.write()
    return of_entry(data, "hoort niet bij het controlepunt")


@alteration("one event for two entries")
def twice(folder):
    data = Data(folder)
    data.entry["plaats"], data.entry["onthullingen"] = data.other["plaats"], data.other["onthullingen"]
    data.write()
    later = max((data.entry, data.other), key=data.entries.index)
    return {"entry": later["naam"], "words": ["dezelfde gebeurtenis als bij"]}


def shown_field(data):
    """A field that is a text, with its value as published."""
    row = next(row for row in json.loads(data.rows.read_text())["gegevens"] if row.get("opgave") == data.entry["id"])
    shown = [field for field in data.entry["getoond"] if isinstance(row.get(field["veld"]), str)]
    return shown[-1], row[shown[-1]["veld"]]


@alteration("a value in the published data")
def row_value(folder):
    data = Data(folder)
    field, _ = shown_field(data)
    rows = json.loads(data.rows.read_text())
    next(row for row in rows["gegevens"] if row.get("opgave") == data.entry["id"])[field["veld"]] += "x"
    data.rows.write_text(json.dumps(rows))
    return of_entry(data, f"«{field['label']}» is in {data.subject['gegevens']} anders dan is ondertekend")


@alteration("a row of the published data left out")
def row_gone(folder):
    data = Data(folder)
    rows = json.loads(data.rows.read_text())
    rows["gegevens"] = [row for row in rows["gegevens"] if row.get("opgave") != data.entry["id"]]
    data.rows.write_text(json.dumps(rows))
    return of_entry(data, f"staat 0 keer in {data.subject['gegevens']}")


@alteration("no published data")
def rows_gone(folder):
    data = Data(folder)
    data.rows.unlink()
    return {"general": ["niet op te halen (fout 404)"]} | of_entry(data, "staat 0 keer in")


def change_cells(data, change):
    """The marked elements of one entry on the list, changed as text."""
    mark = f'data-opgave="{data.entry["id"]}"'
    html = data.list.read_text()
    assert mark in html, mark
    data.list.write_text(change(html, mark))


@alteration("text of the list")
def list_text(folder):
    data = Data(folder)

    def change(html, mark):
        start = html.index(">", html.index(mark)) + 1
        return html[:start] + "x" + html[start:]

    change_cells(data, change)
    return of_entry(data, "is op de lijst anders dan is ondertekend")


@alteration("an entry removed from the list")
def list_entry_gone(folder):
    data = Data(folder)
    change_cells(data, lambda html, mark: html.replace(mark, ""))
    return of_entry(data, "staat niet op de lijst")


@alteration("a value removed from the list")
def list_value_gone(folder):
    data = Data(folder)
    change_cells(data, lambda html, mark: html.replace(mark, "", 1))
    return of_entry(data, "ontbreekt op de lijst")


@alteration("an entry added to the list")
def list_entry_added(folder):
    data = Data(folder)
    added = '<p><span data-opgave="verzonnen" data-veld="naam">Loes Verzonnen</span></p></main>'
    data.list.write_text(data.list.read_text().replace("</main>", added))
    return {"entry": "Loes Verzonnen", "words": ["staat op de site, maar niet in de gegevens"]}


@alteration("no list")
def list_gone(folder):
    data = Data(folder)
    # Without its folder: this server would make a page of the folder's contents.
    shutil.rmtree(data.list.parent)
    return {"general": ["de lijst is niet op te halen"]} | of_entry(data, "staat niet op de lijst")


@alteration("an entry removed from the data")
def entry_gone(folder):
    data = Data(folder)
    data.entries.remove(data.entry)
    data.write()
    return of_entry(data, "staat op de site, maar niet in de gegevens")


@alteration("an entry removed from the data and from the site")
def entry_gone_everywhere(folder):
    data = Data(folder)
    data.entries.remove(data.entry)
    data.write()
    rows = json.loads(data.rows.read_text())
    rows["gegevens"] = [row for row in rows["gegevens"] if row.get("opgave") != data.entry["id"]]
    data.rows.write_text(json.dumps(rows))
    change_cells(data, lambda html, mark: html.replace(mark, ""))
    return of_entry(data, "staat hier, maar niet in de gegevens")
