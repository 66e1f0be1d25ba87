// What the site shows: the pages of the list, and the same as data.

import { need, parseJSON } from "./basis.js";
import { plain, spellings } from "./waarden.js";

export const fetchText = async (url, what) => {
  const response = await fetch(url, { cache: "no-store" }).catch(() => null);
  need(response?.ok, `${what} is niet op te halen${response ? ` (fout ${response.status})` : ""}`);
  return response.text();
};

const add = (map, id, value) => map.set(id, [...(map.get(id) ?? []), value]);

/** A page of the list: its marks by entry, and the pages of the list it leads to. */
export const loadPage = async (address, first) => {
  const name = address === first ? "de lijst" : `een bladzijde van de lijst (${address})`;
  const page = new DOMParser().parseFromString(await fetchText(address, name), "text/html");
  const marks = new Map();
  for (const mark of page.querySelectorAll("[data-opgave]")) add(marks, mark.dataset.opgave, mark);
  const leads = [...page.querySelectorAll("a[href]")].map((link) => {
    const next = new URL(link.getAttribute("href"), address);
    next.hash = next.search = "";
    return next.href;
  });
  return { marks, leads: leads.filter((href) => href.startsWith(`${first}pagina/`)) };
};

/** The rows of the published data, by entry. */
export const loadRows = async (address) => {
  const rows = parseJSON(await fetchText(address, "het bestand"), "het bestand").gegevens;
  need(Array.isArray(rows), "er staan geen rijen in");
  const found = new Map();
  for (const row of rows) if (row.opgave) add(found, row.opgave, row);
  return found;
};

/** What the list calls an entry. */
export const nameOf = (id, marks = []) => marks.map((mark) => plain(mark.textContent)).filter(Boolean).join(", ") || id;

/** What is not on the page, or in the data when there are rows, as it was signed. */
export const compare = (entry, { values, opened }, marks, rows, file) => {
  const found = [];
  const labels = new Map(entry.getoond.map((shown) => [shown.veld, shown.label]));
  // "None reported" has no values: then only the event is checked.
  const isShown = labels.size > 0;
  if (rows && rows.length !== (isShown ? 1 : 0)) found.push(`staat ${rows.length} keer in ${file}`);
  if (isShown && entry.opDeLijst && marks.length === 0) found.push("staat niet op de lijst");
  if (!entry.opDeLijst && marks.length > 0) found.push("staat op de lijst, en hoort daar niet");
  for (const [veld, label] of labels) {
    const value = values.get(veld);
    if (value === undefined) {
      found.push(`«${label}»: de ondertekende waarde ontbreekt in de gegevens`);
      continue;
    }
    if (!(rows ?? []).every((row) => JSON.stringify(row[veld]) === JSON.stringify(value))) {
      found.push(`«${label}» is in ${file} anders dan is ondertekend`);
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
};
