// Checks the public list in the reader's own browser against the ledger it was made from: on the page of a part what
// that shows, on /controle/ all of it.

import { canCheckSignatures, findings } from "./basis.js";
import { checkCheckpointSignature, isOwn, openedValues } from "./grootboek.js";
import { compare, loadPage, loadRows, nameOf } from "./lijst.js";
import { day, element, filesOf, judge, list, load, loadPart, part, say, site } from "./pagina.js";

// The page:

const entries = () => [...document.querySelectorAll("[data-controle]")];

/** Puts what was found behind an entry, in words; one that this page does not have is added when it is wrong. */
const show = (entry, found, detail) => {
  let item = entries().find((item) => item.dataset.controle === entry.id);
  if (!item) {
    if (found.length === 0) return;
    item = element("li", entry.naam);
    item.dataset.controle = entry.id;
    item.id = `los-${part("onbekend").children.length + 1}`;
    item.dataset.los = "";
    part("onbekend").append(item);
  }
  const isRight = found.length === 0;
  judge(item, isRight ? "klopt" : "klopt-niet", isRight ? "klopt" : "klopt niet", isRight ? detail : list(found));
};

/** The name of an entry, leading to what was found. */
const reference = (item) => {
  const link = element("a", item.firstChild.textContent);
  link.href = `#${item.id}`;
  return element("li", link, `: ${item.querySelector(".uitslag li").textContent}`);
};
const mostReferences = 20;

const clear = () => {
  part("algemeen").replaceChildren();
  for (const item of entries()) {
    delete item.dataset.uitslag;
    item.querySelector(".uitslag")?.remove();
    if ("los" in item.dataset) item.remove();
  }
};

// The checks:

const checkEntry = async (entry, { data, events }, marks, subject, run) => {
  const event = await events.at(entry.plaats);
  const found = [...event.findings];
  if (!run.isSigned) found.push("de plaats in het grootboek: het controlepunt klopt niet");
  if (run.seen.has(entry.plaats)) found.push(`dezelfde gebeurtenis als bij ${run.seen.get(entry.plaats)}`);
  run.seen.set(entry.plaats, entry.naam);
  if (event.claims) {
    if (!isOwn(entry, event.claims)) found.push("de gebeurtenis hoort bij een andere opgave");
    const rows = subject.rows && (subject.rows.get(entry.id) ?? []);
    found.push(...await findings("", async () => {
      found.push(...compare(entry, await openedValues(event, entry.onthullingen), marks, rows, subject.gegevens));
    }));
  }
  const rol = data.rollen?.[event.rol] ?? event.rol;
  let remark = entry.opDeLijst ? "" : "; staat niet meer op de lijst";
  if (entry.getoond.length === 0) remark = "; de site toont er geen gegevens van";
  run.total += 1;
  show(entry, found, event.claims
    && `ondertekend door ${rol}, vastgelegd op ${day(event.claims.iat)}, plaats ${entry.plaats}${remark}`);
};

const showUnknown = (id, marks) =>
  show({ id, naam: nameOf(id, marks) }, ["staat op de site, maar niet in de gegevens van deze controle"]);

/** The marks on a page of the list. */
const marksOn = async (href, subject, run) => {
  let page = { marks: new Map(), leads: [] };
  run.general.push(...await findings(subject.lijst, async () => { page = await loadPage(href, subject.first); }));
  subject.read.add(href);
  for (const lead of page.leads) subject.leads.add(lead);
  return page.marks;
};

/** Checks the entries of one part against their events and their page of the list. */
const checkPart = async (part, subject, run) => {
  const marks = part.lijst === null ? new Map() : await marksOn(new URL(part.lijst, site).href, subject, run);
  const own = new Set();
  for (const { name, address } of filesOf(part)) {
    run.general.push(...await findings("", async () => {
      const loaded = await loadPart(address, name, run.checkpoint);
      const { events, data } = loaded;
      const unsigned = await findings("het controlepunt", async () =>
        checkCheckpointSignature(run.checkpoint, (await events.logKeys(run.vkey)).at(-1)));
      run.isSigned = unsigned.length === 0;
      if (!run.general.includes(unsigned[0])) run.general.push(...unsigned);
      for (const entry of data.opgaven) {
        own.add(entry.id);
        subject.known.add(entry.id);
        await checkEntry(entry, loaded, marks.get(entry.id) ?? [], subject, run);
      }
      // What no entry points at: the founding, and what registered and revoked keys.
      for (const position of events.given.keys()) {
        const event = await events.at(position);
        const about = `gebeurtenis ${position} (${event.claims?.evt ?? "onleesbaar"})`;
        for (const finding of run.seen.has(position) ? [] : event.findings) run.general.push(`${about}: ${finding}`);
      }
    }));
  }
  if (own.size !== part.aantal) run.general.push(`${part.pagina} telt ${own.size} opgaven, en niet ${part.aantal}`);
  for (const [id, found] of marks) if (!own.has(id)) showUnknown(id, found);
};

/** Checks all parts of a subject and the published data, or only this page's part. */
const checkSubject = async (given, only, run) => {
  const first = new URL(given.lijst, site).href;
  const subject = { ...given, first, known: new Set(), read: new Set(), leads: new Set([first]) };
  if (!only) {
    subject.rows = new Map();
    run.general.push(...await findings(subject.gegevens, async () => {
      subject.rows = await loadRows(new URL(subject.gegevens, site));
    }));
  }
  for (const [index, part] of subject.delen.entries()) {
    if (only && part.pagina !== only) continue;
    say("uitslag", "bezig", `Bezig met deel ${index + 1} van ${subject.delen.length}`);
    await checkPart(part, subject, run);
    run.parts += 1;
  }
  if (only) return;
  // The set grows while it is read.
  for (const href of subject.leads) {
    if (subject.read.has(href)) continue;
    for (const [id, found] of await marksOn(href, subject, run)) showUnknown(id, found);
  }
  for (const id of subject.rows.keys()) if (!subject.known.has(id)) showUnknown(id);
};

const checkAll = async (run) => {
  const only = document.querySelector("[data-deel]")?.dataset.deel;
  const { index, ...loaded } = await load();
  Object.assign(run, loaded);
  for (const subject of index.onderwerpen) await checkSubject(subject, only, run);
  if (only && run.parts === 0) run.general.push("delen.json noemt dit deel niet");
};

const run = async () => {
  part("start").disabled = true;
  say("uitslag", "bezig", "Bezig met controleren…");
  clear();
  const result = { general: [], seen: new Map(), total: 0, parts: 0, isSigned: false };
  const stopped = await findings("", () => checkAll(result));
  const general = [...stopped, ...result.general];
  for (const item of entries().filter((item) => !item.dataset.uitslag)) {
    show({ id: item.dataset.controle }, [stopped.length > 0 ? "kon niet worden gecontroleerd"
      : "staat hier, maar niet in de gegevens van deze controle"]);
  }
  const wrong = entries().filter((item) => item.dataset.uitslag !== "klopt");
  const total = Math.max(result.total, entries().length);
  if (!general.length && !wrong.length) {
    say("uitslag", "klopt", `Alles klopt: ${total} van de ${total} opgaven, tegen het controlepunt van `
      + `${result.checkpoint.size} gebeurtenissen. Wat dit niet bewijst, leest u op de pagina Controleren.`);
  } else {
    const verb = wrong.length === 1 ? "klopt" : "kloppen";
    say("uitslag", "klopt-niet", `Er klopt iets niet: ${wrong.length} van de ${total} opgaven ${verb} niet`
      + (general.length > 0 ? ", en aan het geheel klopt iets niet." : ".") + " Hieronder staat wat.");
    const found = list(general);
    found.append(...wrong.slice(0, mostReferences).map(reference));
    if (wrong.length > mostReferences) found.append(element("li", "en de andere opgaven hieronder die niet kloppen"));
    part("algemeen").append(element("h2", "Wat niet klopt"), found);
  }
  part("start").disabled = false;
};

// The start:

const elsewhere = "of gebruik een van de andere manieren hieronder.";
if (!globalThis.crypto?.subtle) {
  say("uitslag", "kan-niet", "Uw browser controleert alleen op een beveiligde verbinding. Open deze pagina met https, "
    + elsewhere);
} else if (!(await canCheckSignatures())) {
  say("uitslag", "kan-niet", "Uw browser kan de ondertekeningen (Ed25519) niet controleren. Neem een nieuwere browser, "
    + elsewhere);
} else {
  part("knop").hidden = false;
  part("start").addEventListener("click", run);
  // Only the index has these: something kept from before, and a saved file.
  if (part("eigen")) import("./eerder.js");
  if (part("bestand")) import("./bestand.js");
  say("uitslag", "klaar", "Uw browser kan dit controleren. Druk op de knop om te beginnen.");
}
