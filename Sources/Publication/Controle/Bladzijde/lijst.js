// What the site shows of one subject: its list, page after page, and the same as data.

import { findings, need, parseJSON } from "./basis.js";
import { plain, spellings } from "./waarden.js";

export const fetchText = async (url, what) => {
  const response = await fetch(url, { cache: "no-store" }).catch(() => null);
  need(response?.ok, `${what} is niet op te halen${response ? ` (fout ${response.status})` : ""}`);
  return response.text();
};

/** One subject; `general` has what is wrong with its list or its data as a whole. */
export class Subject {
  constructor(subject, site) {
    Object.assign(this, subject);
    this.site = site;
    this.rows = new Map();
    this.marks = new Map();
    this.general = [];
  }

  async load() {
    this.general.push(...await findings(this.gegevens, () => this.loadRows()));
    this.general.push(...await findings(this.lijst, () => this.loadPages()));
  }

  async loadRows() {
    const text = await fetchText(new URL(this.gegevens, this.site), "het bestand");
    const rows = parseJSON(text, "het bestand").gegevens;
    need(Array.isArray(rows), "er staan geen rijen in");
    for (const row of rows) if (row.opgave) this.add(this.rows, row.opgave, row);
  }

  /** Every page of the list that a reader can turn to. */
  async loadPages() {
    const first = new URL(this.lijst, this.site);
    const pages = [first.href];
    for (const address of pages) {
      const name = pages.length === 1 ? "de lijst" : `een bladzijde van de lijst (${address})`;
      const page = new DOMParser().parseFromString(await fetchText(address, name), "text/html");
      for (const mark of page.querySelectorAll("[data-opgave]")) this.add(this.marks, mark.dataset.opgave, mark);
      for (const link of page.querySelectorAll("a[href]")) {
        const next = new URL(link.getAttribute("href"), address);
        next.hash = next.search = "";
        if (next.href.startsWith(`${first.href}pagina/`) && !pages.includes(next.href)) pages.push(next.href);
      }
    }
  }

  add(map, id, value) {
    map.set(id, [...(map.get(id) ?? []), value]);
  }

  /** What is not on the page or in the data exactly as it was signed. */
  compare(entry, { values, opened }) {
    const found = [];
    const labels = new Map(entry.getoond.map((shown) => [shown.veld, shown.label]));
    const rows = this.rows.get(entry.id) ?? [];
    const marks = this.marks.get(entry.id) ?? [];
    // An entry may be a fact without values, as "none reported": then only the event is checked.
    const isShown = labels.size > 0;
    if (rows.length !== (isShown ? 1 : 0)) found.push(`staat ${rows.length} keer in ${this.gegevens}`);
    if (isShown && entry.opDeLijst && marks.length === 0) found.push("staat niet op de lijst");
    if (!entry.opDeLijst && marks.length > 0) found.push("staat op de lijst, en hoort daar niet");
    for (const [veld, label] of labels) {
      const value = values.get(veld);
      if (value === undefined) {
        found.push(`«${label}»: de ondertekende waarde ontbreekt in de gegevens`);
        continue;
      }
      if (!rows.every((row) => JSON.stringify(row[veld]) === JSON.stringify(value))) {
        found.push(`«${label}» is in ${this.gegevens} anders dan is ondertekend`);
      }
      const shown = marks.filter((mark) => mark.dataset.veld === veld);
      const said = spellings(value).map(plain);
      if (marks.length > 0 && shown.length === 0) found.push(`«${label}» ontbreekt op de lijst`);
      if (!shown.every((mark) => said.includes(plain(mark.textContent)))) {
        found.push(`«${label}» is op de lijst anders dan is ondertekend`);
      }
    }
    for (const mark of marks) {
      if (!labels.has(mark.dataset.veld)) found.push(`«${mark.dataset.veld}» op de lijst wordt niet gecontroleerd`);
    }
    for (const veld of opened) {
      if (!labels.has(veld)) found.push(`«${veld}» is te lezen in de gegevens, maar staat niet op de lijst`);
    }
    return found;
  }

  /** Entries that the list or the data have and the check does not know, named by what the list says of them. */
  unknown() {
    const known = new Set(this.opgaven.map((entry) => entry.id));
    const found = new Set([...this.marks.keys(), ...this.rows.keys()]);
    return [...found].filter((id) => !known.has(id)).map((id) => {
      const name = (this.marks.get(id) ?? []).map((mark) => plain(mark.textContent)).filter(Boolean).join(", ");
      return { id, naam: name || id };
    });
  }
}
