// The page that asks, and the files of the site that answer.

import { need, parseJSON } from "./basis.js";
import { checkCheckpointSignature, Events, readCheckpoint } from "./grootboek.js";
import { fetchText } from "./lijst.js";

const here = new URL(".", import.meta.url);
export const site = new URL("..", here);

// The page:

export const part = (name) => document.getElementById(`controle-${name}`);

export const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};
export const list = (sentences) => element("ul", ...sentences.map((sentence) => element("li", sentence)));

export const say = (where, outcome, sentence) => {
  part(where).dataset.uitslag = outcome;
  part(where).textContent = sentence;
};

/** Puts behind an entry what was found: the outcome in a word, and the rest as a text or a list. */
export const judge = (item, outcome, word, rest) => {
  item.dataset.uitslag = outcome;
  const result = element("div", element("strong", word), ...(rest ? [typeof rest === "string" ? `: ${rest}` : rest] : []));
  result.className = "uitslag";
  item.append(result);
};

export const day = (seconds, language = "nl-NL", dateStyle = "long") =>
  new Date(seconds * 1000).toLocaleDateString(language, { timeZone: "Europe/Amsterdam", dateStyle });

// The files:

export const besides = (name) => new URL(name, here);

const loadData = async (address, what, ...lists) => {
  const data = parseJSON(await fetchText(address, what), what);
  need(data.formaat === "waarborg-controle/2", `${what} heeft een onbekende vorm`);
  for (const name of lists) need(Array.isArray(data[name]), `${what}: «${name}» ontbreekt`);
  return data;
};

export const load = async () => {
  const [note, vkey, index] = await Promise.all([
    fetchText(besides("checkpoint"), "het controlepunt"),
    fetchText(besides("sleutel"), "de sleutel van het grootboek"),
    loadData(besides("delen.json"), "delen.json", "onderwerpen"),
  ]);
  return { checkpoint: readCheckpoint(note), vkey, index };
};

export const loadPart = async (address, what, checkpoint) => {
  const data = await loadData(address, what, "hashes", "gebeurtenissen", "sleutels", "opgaven");
  return { data, events: new Events(data, checkpoint) };
};

/** A part, once it is sure that the log's own key signed the checkpoint. */
export const loadSigned = async (address, what, { checkpoint, vkey }) => {
  const loaded = await loadPart(address, what, checkpoint);
  const { findings: [wrong] } = await loaded.events.at(0);
  need(!wrong, wrong);
  const keys = await loaded.events.logKeys(vkey);
  await checkCheckpointSignature(checkpoint, keys.at(-1));
  return { ...loaded, keys };
};

/** The files of a part: their names and addresses. */
export const filesOf = (given) => Array.from({ length: given.bestanden }, (_, i) => {
  const name = i === 0 ? "gegevens.json" : `gegevens-${i + 1}.json`;
  return { name, address: new URL(given.pagina + name, site) };
});
