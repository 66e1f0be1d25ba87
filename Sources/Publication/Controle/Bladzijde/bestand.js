// A page, CSV or JSON file of this site that someone saved, beside what was signed. It stays in the browser, and no part
// of it becomes part of this page.

import { findings, need, parseJSON } from "./basis.js";
import { isOwn, openedValues } from "./grootboek.js";
import { day, element, filesOf, judge, list, load, loadSigned, part, say } from "./pagina.js";
import { plain, spellings } from "./waarden.js";

/** Lets a form take files that are chosen or dropped, of at most so many megabytes. */
export const takeFiles = (name, most, status, use) => {
  const input = part(`${name}-bestand`);
  input.addEventListener("change", async () => {
    const files = [...input.files];
    if (files.every((file) => file.size <= most * 1e6)) await use(files);
    else say(status, "kan-niet", `Dit bestand is te groot: meer dan ${most} MB.`);
    input.value = "";
  });
  for (const kind of ["dragover", "drop"]) part(name).addEventListener(kind, (event) => {
    event.preventDefault();
    if (kind === "dragover") return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change"));
  });
};

// What stands in the file: of each entry its id, and by field or heading what it says.

const readPage = (text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const entries = Object.create(null);
  for (const { dataset: { opgave, veld }, textContent } of page.querySelectorAll("[data-opgave][data-veld]")) {
    const entry = (entries[opgave] ??= Object.assign(Object.create(null), { opgave }));
    (entry[veld] ??= []).push(textContent);
  }
  return { made: page.querySelector("footer time")?.getAttribute("datetime"), entries: Object.values(entries) };
};

/** CSV (RFC 4180), also as a spreadsheet saves it: with another separator. */
const readTable = (text) => {
  const separator = /[;\t,]/.exec(text)?.[0] ?? ";";
  const rows = [[]];
  for (const [all, quoted, bare, end] of text.matchAll(
    new RegExp(`(?:"((?:[^"]|"")*)"|([^"\r\n${separator}]*))(${separator}|\r?\n|$)`, "gy"))) {
    if (all === "") break;
    rows.at(-1).push(plain(quoted?.replaceAll('""', '"') ?? bare));
    if (end !== separator) rows.push([]);
  }
  const [heads, ...entries] = rows;
  return { entries: entries.map((row) => Object.fromEntries(row.map((cell, i) => [heads[i], [cell]]))) };
};

const read = (text) => {
  if (text.startsWith("<")) return readPage(text);
  if (!/^[[{]/.test(text)) return readTable(text);
  const data = parseJSON(text, "Het bestand");
  return { made: data.bijgewerkt, entries: data.gegevens ?? [data].flat() };
};

// Beside what was signed:

/** A day as a spreadsheet writes it, and a text without the apostrophe that keeps it from being a formula. */
const inTable = (value) => `${/^(\d{4})-0?(\d+)-0?(\d+)$/.exec(value)?.slice(1).reverse().join("-")}`;
const unguarded = (text) => text.replace(/(^|[,;\t"\n\r])(\s*)'(?=[=+\-@＝＋－＠])/g, "$1$2");

const isSaid = (found, value) => {
  if (!Array.isArray(found)) return JSON.stringify(found) === JSON.stringify(value);
  const said = [...spellings(value), inTable(value)].map(plain);
  return found.map(plain).every((text) => said.includes(text) || said.includes(unguarded(text)));
};

const compare = async (given, entry, event, made) => {
  need(event.findings.length === 0 && isOwn(entry, event.claims), "de gebeurtenis klopt niet: controleer de site");
  const { values } = await openedValues(event, entry.onthullingen);
  const [other, absent] = [[], []];
  for (const { veld, label } of entry.getoond) {
    const [value, found] = [values.get(veld), given[veld]];
    if (found === undefined) absent.push(`«${label}»`);
    else if (!isSaid(found, value)) other.push(`«${label}»: ondertekend is «${spellings(value).at(-1)}»`);
  }
  const { iat } = event.claims;
  const rest = `vastgelegd op ${day(iat)}${absent.length > 0 ? `; niet in uw bestand: ${absent.join(", ")}` : ""}`;
  // In Swedish a day reads as in ISO 8601.
  const isOlder = made < day(iat, "sv", "short");
  if (other.length > 0 && isOlder) return ["ouder", "oudere versie", list([`wat nu geldt, is ${rest}`, ...other])];
  if (other.length > 0) return ["klopt-niet", "klopt niet", list(other)];
  return entry.opDeLijst ? ["klopt", "klopt", rest] : ["ouder", "oudere versie", `staat niet meer op de lijst; ${rest}`];
};

const check = async (text) => {
  const { index, ...site } = await load();
  const { made, entries } = read(text.replace("\ufeff", "").trim());
  // A table has headings, and each subject its own names for them.
  const names = index.onderwerpen.flatMap(({ kolommen }) => kolommen);
  const wanted = new Map();
  for (const entry of entries) {
    const given = { ...entry };
    for (const { naam, kop } of names) if (kop in given) given[naam] ??= given[kop];
    const id = `${given.opgave ?? ""}`;
    if (id) wanted.set(id, [...(wanted.get(id) ?? []), given]);
  }
  need(wanted.size > 0, "Dit is geen lijst of gegevensbestand van deze site: er staat geen opgave in");
  const found = [];
  for (const { name, address } of index.onderwerpen.flatMap(({ delen }) => delen.flatMap(filesOf))) {
    if (wanted.size === 0) break;
    const { data, events } = await loadSigned(address, name, site);
    for (const entry of data.opgaven) {
      for (const given of wanted.get(entry.id) ?? []) {
        found.push([entry.naam, ...await compare(given, entry, await events.at(entry.plaats), made)]);
      }
      wanted.delete(entry.id);
    }
  }
  for (const id of wanted.keys()) found.push([id, "onbekend", "onbekend", "dit kenmerk heeft deze site niet"]);
  return found;
};

const run = async ([file]) => {
  say("vergeleken", "bezig", `Bezig met «${file.name}»…`);
  part("gevonden").replaceChildren();
  let found = [];
  const [stopped] = await findings("", async () => { found = await check(await file.text()); });
  if (stopped) return say("vergeleken", "kan-niet", `${stopped}.`);
  const counts = ["klopt", "klopt niet", "oudere versie", "onbekend"].map(
    (word) => `${word} ${found.filter(([, , one]) => one === word).length}`);
  const isRight = found.every(([, outcome]) => outcome === "klopt");
  say("vergeleken", isRight ? "klopt" : "klopt-niet", `${file.name}, ${found.length} opgaven: ${counts.join(", ")}.`);
  // What does not hold comes first.
  for (const [name, ...verdict] of found.sort(([, one], [, two]) => (one === "klopt") - (two === "klopt")).slice(0, 500)) {
    const item = element("li", name);
    judge(item, ...verdict);
    part("gevonden").append(item);
  }
};

takeFiles("bestand", 5, "vergeleken", run);
part("bestand").hidden = false;
