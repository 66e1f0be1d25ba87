// Checks the public list in the reader's own browser, against the ledger it was made from.
//
// Needs nothing but the browser: no library, no other site. What it fetches stands beside it (gegevens.json, checkpoint,
// sleutel) or is what it checks (the lists and their data). Every check that fails, and everything that is missing or
// cannot be read, ends up on the page as a sentence; nothing passes because it could not be checked.

import { canCheckSignatures, findings, need, parseJSON } from "./basis.js";
import { checkCheckpointSignature, Events, noteKey, openedValues, readCheckpoint } from "./grootboek.js";
import { fetchText, Subject } from "./lijst.js";

const here = new URL(".", import.meta.url);
const site = new URL("..", here);

// --- The page ------------------------------------------------------------------------------------------------------

const part = (name) => document.getElementById(`controle-${name}`);
const entries = () => [...document.querySelectorAll("[data-controle]")];

const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};
const list = (sentences) => element("ul", ...sentences.map((sentence) => element("li", sentence)));

const say = (where, outcome, sentence) => {
  part(where).dataset.uitslag = outcome;
  part(where).textContent = sentence;
};

/** Puts what was found behind an entry, in words; an entry this page does not have is added to it. */
const show = (entry, found, detail) => {
  let item = entries().find((item) => item.dataset.controle === entry.id);
  if (!item) {
    item = element("li", entry.naam);
    item.dataset.controle = entry.id;
    item.id = `los-${part("onbekend").children.length + 1}`;
    item.dataset.los = "";
    part("onbekend").append(item);
  }
  item.dataset.uitslag = found.length === 0 ? "klopt" : "klopt-niet";
  const result = element("div", element("strong", found.length === 0 ? "klopt" : "klopt niet"));
  result.className = "uitslag";
  result.append(found.length === 0 ? `: ${detail}` : list(found));
  item.append(result);
};

/** The name of an entry, leading to what was found, with the first of it. */
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

// --- The checks ----------------------------------------------------------------------------------------------------

const load = async () => {
  const [note, vkey, text] = await Promise.all([
    fetchText(new URL("checkpoint", here), "het controlepunt"),
    fetchText(new URL("sleutel", here), "de sleutel van het grootboek"),
    fetchText(new URL("gegevens.json", here), "gegevens.json"),
  ]);
  const checkpoint = readCheckpoint(note);
  const data = parseJSON(text, "gegevens.json");
  need(data.formaat === "waarborg-controle/1", "gegevens.json heeft een onbekende vorm");
  for (const name of ["hashes", "gebeurtenissen", "sleutels", "onderwerpen"]) {
    need(Array.isArray(data[name]), `gegevens.json: «${name}» ontbreekt`);
  }
  return { checkpoint, vkey, data, events: new Events(data, checkpoint) };
};

/** The key that signs checkpoints, as the first event of the ledger names it. */
const logKey = async ({ events, vkey }) => {
  const founding = await events.at(0);
  need(founding.claims?.evt === "GrootboekGeopend", "het begin van het grootboek ontbreekt in de gegevens");
  need(vkey === `${founding.claims.data.logsleutel}\n`, "de sleutel ernaast is niet die van het grootboek");
  return noteKey(founding.claims.data.logsleutel);
};

const day = (seconds) =>
  new Date(seconds * 1000).toLocaleDateString("nl-NL", { timeZone: "Europe/Amsterdam", dateStyle: "long" });

/** An id that is a UUID is that of the stream or of the event: so no event can stand in for that of another entry. */
const isOwn = ({ id }, { sub, jti }) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  || sub.endsWith(`/${id}`) || jti === id;

const checkEntry = async (entry, subject, loaded, seen) => {
  const { data, events } = loaded;
  const event = await events.at(entry.plaats);
  const found = [...event.findings];
  if (!loaded.isSigned) found.push("de plaats in het grootboek: het controlepunt klopt niet");
  if (seen.has(entry.plaats)) found.push(`dezelfde gebeurtenis als bij ${seen.get(entry.plaats)}`);
  seen.set(entry.plaats, entry.naam);
  if (event.claims) {
    if (!isOwn(entry, event.claims)) found.push("de gebeurtenis hoort bij een andere opgave");
    found.push(...await findings("", async () => {
      found.push(...subject.compare(entry, await openedValues(event, entry.onthullingen)));
    }));
  }
  const rol = data.rollen?.[event.rol] ?? event.rol;
  let remark = entry.opDeLijst ? "" : "; staat niet meer op de lijst";
  if (entry.getoond.length === 0) remark = "; de site toont er geen gegevens van";
  show(entry, found, event.claims
    && `ondertekend door ${rol}, vastgelegd op ${day(event.claims.iat)}, plaats ${entry.plaats}${remark}`);
};

/** Checks everything; shows what is wrong with each entry, and gives what is wrong with the whole. */
const checkAll = async () => {
  const loaded = await load();
  const { checkpoint, data, events } = loaded;
  const general = await findings("het controlepunt", async () =>
    checkCheckpointSignature(checkpoint, await logKey(loaded)));
  loaded.isSigned = general.length === 0;
  const seen = new Map();
  for (const subject of data.onderwerpen.map((subject) => new Subject(subject, site))) {
    await subject.load();
    general.push(...subject.general);
    for (const entry of subject.opgaven) await checkEntry(entry, subject, loaded, seen);
    for (const entry of subject.unknown()) {
      show(entry, ["staat op de site, maar niet in de gegevens van deze controle"]);
    }
  }
  // What no entry points at: the beginning of the ledger, and keys that were registered and revoked.
  for (const position of events.given.keys()) {
    const event = await events.at(position);
    const name = `gebeurtenis ${position} (${event.claims?.evt ?? "onleesbaar"})`;
    if (!seen.has(position)) general.push(...event.findings.map((finding) => `${name}: ${finding}`));
  }
  return { general, size: checkpoint.size };
};

const run = async () => {
  part("start").disabled = true;
  say("uitslag", "bezig", "Bezig met controleren…");
  clear();
  let result = { general: [] };
  const stopped = await findings("", async () => { result = await checkAll(); });
  const general = [...stopped, ...result.general];
  for (const item of entries().filter((item) => !item.dataset.uitslag)) {
    show({ id: item.dataset.controle }, [stopped.length > 0 ? "kon niet worden gecontroleerd"
      : "staat hier, maar niet in de gegevens van deze controle"]);
  }
  const wrong = entries().filter((item) => item.dataset.uitslag !== "klopt");
  const total = entries().length;
  if (general.length + wrong.length === 0) {
    say("uitslag", "klopt", `Alles klopt: ${total} van de ${total} opgaven, tegen het controlepunt van `
      + `${result.size} gebeurtenissen. Wat dit niet bewijst, staat hieronder.`);
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

// --- A checkpoint of the reader's own ------------------------------------------------------------------------------

const compareOwn = async () => {
  const loaded = await load();
  const { checkpoint, events } = loaded;
  need((await events.at(0)).findings.length === 0, "Het begin van het grootboek klopt niet: controleer eerst de site");
  const own = readCheckpoint(`${part("eigen-punt").value.replaceAll("\r", "").trim()}\n`);
  need(own.origin === checkpoint.origin, "Uw controlepunt hoort bij een ander grootboek");
  const unsigned = await findings("Uw controlepunt", async () => checkCheckpointSignature(own, await logKey(loaded)));
  need(unsigned.length === 0, unsigned.join());
  need(own.size === checkpoint.size, `Uw controlepunt is van ${own.size} gebeurtenissen en deze site toont er `
    + `${checkpoint.size}. Hier zijn alleen gelijke standen te vergelijken; «waarborg verify --vertrouw» kan meer`);
  need(own.root.join() === checkpoint.root.join(), "Uw controlepunt is van dezelfde stand, maar de code is anders, en "
    + "beide zijn door het grootboek ondertekend. Bewaar ze allebei: dit bewijst dat niet iedereen hetzelfde ziet");
};

const compare = async (event) => {
  event.preventDefault();
  const found = await findings("", compareOwn);
  const sentence = found.join("; ");
  if (sentence) say("vergelijking", "klopt-niet", `${sentence[0].toUpperCase()}${sentence.slice(1)}.`);
  else say("vergelijking", "klopt", "Gelijk: deze site toont hetzelfde controlepunt als het uwe.");
};

// --- The start -----------------------------------------------------------------------------------------------------

const elsewhere = "of gebruik een van de andere manieren hieronder.";
if (!globalThis.crypto?.subtle) {
  say("uitslag", "kan-niet", "Uw browser controleert alleen op een beveiligde verbinding. Open deze pagina met https, "
    + elsewhere);
} else if (!(await canCheckSignatures())) {
  say("uitslag", "kan-niet", "Uw browser kan de ondertekeningen (Ed25519) niet controleren. Neem een nieuwere browser, "
    + elsewhere);
} else {
  part("knop").hidden = part("eigen").hidden = false;
  part("start").addEventListener("click", run);
  part("eigen").addEventListener("submit", compare);
  say("uitslag", "klaar", "Uw browser kan dit controleren. Druk op de knop om te beginnen.");
}
