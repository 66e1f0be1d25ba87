// What a reader kept from an earlier day, a checkpoint or a receipt: does the register of today continue it?
//
// The hashes of all events stand in tiles of 256 (C2SP tlog-tiles); the root of any earlier size follows from a few. Each
// that is used is first shown to belong to today's checkpoint: none can fit only the old one.

import { base64, decode, Finding, findings, isEqual, need } from "./basis.js";
import { takeFiles } from "./bestand.js";
import {
  checkCheckpointSignature, Events, leafHash, nodeHash, openedValues, readCheckpoint, rootFrom,
} from "./grootboek.js";
import { besides, list, load, loadSigned, part, say } from "./pagina.js";
import { spellings } from "./waarden.js";

/** Neither yes nor no. */
class Undecided extends Finding {}
const decide = (condition, sentence) => {
  if (!condition) throw new Undecided(sentence);
};

// The tiles:

const sound = (condition, path, what = "hoort niet bij het controlepunt van vandaag") =>
  decide(condition, `De site is beschadigd: de tegel ${path} ${what}`);

/** The root over hashes: neighbours are paired, and an odd last one goes up as it is. */
const rootOf = async (row) => {
  if (row.length === 1) return row[0];
  const up = [];
  for (let i = 0; i < row.length; i += 2) up.push(i + 1 < row.length ? await nodeHash(row[i], row[i + 1]) : row[i]);
  return rootOf(up);
};

const tilesOf = ({ size: today, root: rootOfToday }) => {
  const tiles = new Map();
  const widthOf = (level, index) => Math.min(256, Math.floor(today / 256 ** level) - 256 * index);

  /** Where a tile stands: `tile/0/x001/234`, or `tile/0/x001/234.p/17` while it is not full. */
  const pathOf = (level, index) => {
    const [digits, width] = [String(index), widthOf(level, index)];
    const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").replace(/...(?=.)/g, "x$&/");
    return `tile/${level}/${groups}${width < 256 ? `.p/${width}` : ""}`;
  };

  const get = async (path, width) => {
    const response = await fetch(besides(path), { cache: "no-store" }).catch(() => null);
    sound(response?.ok, path, "ontbreekt");
    const bytes = new Uint8Array(await response.arrayBuffer());
    sound(bytes.length === 32 * width, path, `telt ${bytes.length} bytes`);
    return Array.from({ length: width }, (_, i) => bytes.slice(32 * i, 32 * i + 32));
  };

  const read = (level, index) => {
    const path = pathOf(level, index);
    if (!tiles.has(path)) tiles.set(path, get(path, widthOf(level, index)));
    return tiles.get(path);
  };

  /** The root of the first so many events, from the tile on each level in which they end. */
  const rootAt = async (size, tile = prove) => {
    let rest = null;
    for (let level = 0; size >= 256 ** level; level += 1) {
      const count = Math.floor(size / 256 ** level);
      const hashes = count % 256 ? (await tile(level, Math.floor(count / 256))).slice(0, count % 256) : [];
      // What is left over of the level below stands behind them, as a last one that is smaller.
      if (rest) hashes.push(rest);
      if (hashes.length > 0) rest = await rootOf(hashes);
    }
    return rest;
  };

  /** A tile that belongs to today's checkpoint: of a full one the tile above has the root; the others give the whole. */
  const prove = async (level, index) => {
    const hashes = await read(level, index);
    if (hashes.length === 256) {
      const above = await prove(level + 1, Math.floor(index / 256));
      sound(isEqual(await rootOf(hashes), above[index % 256]), pathOf(level, index));
      return hashes;
    }
    const used = [];
    const root = await rootAt(today, (...place) => {
      used.push(pathOf(...place));
      return read(...place);
    });
    sound(isEqual(root, rootOfToday), used.join(" of "));
    return hashes;
  };

  return { prove, rootAt };
};

// A checkpoint:

const keep = "Bewaar wat u hebt en het controlepunt van vandaag, en laat ze aan anderen zien";

/** Throws unless today's register continues what was kept. */
const compare = async (kept, { checkpoint, keys, tiles }) => {
  decide(kept.origin === checkpoint.origin, `Dit is van een ander grootboek: «${kept.origin}»`);
  const wrong = await Promise.all(keys.map((key) => findings("", () => checkCheckpointSignature(kept, key))));
  const signer = keys.find((_, i) => wrong[i].length === 0);
  need(signer, `Wat u bewaarde is veranderd, of niet door dit grootboek gemaakt: ${wrong.at(-1)[0]}`);
  need(kept.size <= signer.until, `Nee: het grootboek is hersteld uit een kopie, en na plaats ${signer.until} ging iets `
    + `verloren. ${keep}`);
  decide(kept.size > 0, "Dit telt geen gebeurtenissen: het bewijst niets");
  decide(kept.size <= checkpoint.size, `Dit is van een latere dag: het telt ${kept.size} gebeurtenissen en deze site `
    + `${checkpoint.size}. Blijft dat zo als u de pagina ververst? ${keep}`);
  need(kept.size < checkpoint.size || isEqual(kept.root, checkpoint.root), "Nee: het is van dezelfde stand, maar de code "
    + `is anders, en beide zijn ondertekend. Niet iedereen ziet hetzelfde. ${keep}`);
  if (kept.size === checkpoint.size) return;
  need(isEqual(await tiles.rootAt(kept.size), kept.root), "Nee: het register van vandaag gaat niet verder op wat u "
    + `bewaarde. Van de eerste ${kept.size} gebeurtenissen is er een veranderd of weggehaald. ${keep}`);
};

const yes = (more) => "Ja: het register van vandaag gaat verder op wat u bewaarde; er is niets van veranderd of weggehaald, "
  + `en er ${more === 1 ? "kwam 1 gebeurtenis" : `kwamen ${more} gebeurtenissen`} bij.`;

// A receipt (C2SP tlog-proof), with its event (SD-JWT) or alone:

const readReceipt = (text) => {
  const end = text.indexOf("\n\n");
  // Nobody vouches for "extra".
  const [, place, ...lines] = text.slice(0, end).split("\n").filter((line) => !line.startsWith("extra "));
  const position = /^index (0|[1-9][0-9]{0,14})$/.exec(place)?.[1];
  need(end > 0 && position, "Dit bewijs is veranderd of niet volledig");
  return {
    position: Number(position), note: text.slice(end + 2),
    hashes: lines.map((line) => decode(line, base64, "een regel van het bewijs")),
  };
};

/** What a receipt shows beside its checkpoint: with the event more than alone. */
const checkReceipt = async ({ position, hashes }, presentation, kept, tiles) => {
  const [leaf, ...opened] = presentation?.split("~") ?? [];
  const event = { position };
  if (leaf) {
    new Events({ hashes: [], sleutels: [], gebeurtenissen: [{ plaats: position, blad: `${leaf}~` }] }, kept).read(event);
    need(opened.pop() === "", "De tekst is niet volledig");
  }
  need(position < kept.size, "Het bewijs klopt niet");
  const hash = leaf ? await leafHash(event.leaf) : (await tiles.prove(0, Math.floor(position / 256)))[position % 256];
  need(isEqual(await rootFrom(hash, position, kept.size, hashes), kept.root),
    `${leaf ? "De tekst en het bewijs horen niet bij elkaar" : "Het bewijs klopt niet"}: er is iets veranderd`);
  if (!leaf) {
    return [`Op plaats ${position} staat nog dezelfde gebeurtenis als toen. Welke, bewijst dit niet: geef er de `
      + "ondertekende tekst (.sd-jwt) bij."];
  }
  const { values, opened: fields } = await openedValues(event, opened);
  return [`De tekst die u bewaarde (${event.claims.evt}) staat zo op plaats ${position}. Wie haar ondertekende, is hier niet `
    + "nagekeken.", ...fields.map((field) => `${field}: ${spellings(values.get(field)).at(-1)}`)];
};

// The form:

const loadToday = async () => {
  const { checkpoint, ...rest } = await load();
  const { keys } = await loadSigned(besides("gegevens.json"), "gegevens.json", { checkpoint, ...rest });
  return { checkpoint, keys, tiles: tilesOf(checkpoint) };
};

const given = async (make, otherwise) => {
  let made;
  const [wrong] = await findings("", async () => { made = await make(); });
  decide(made, `${otherwise}: ${wrong}`);
  return made;
};

const check = async () => {
  const lines = part("eigen-punt").value.replace(/[\r\ufeff]/g, "").split("\n").map((line) => line.trim());
  const isEvent = (line) => /^[\w-]+\.[\w-]+\.[\w-]+~/.test(line);
  const text = `${lines.filter((line) => !isEvent(line)).join("\n").trim()}\n`;
  const receipt = text.startsWith("c2sp.org/tlog-proof@v1\n") && readReceipt(text);
  const kept = await given(() => readCheckpoint(receipt ? receipt.note : text), "Dit is geen controlepunt en geen bewijs");
  const today = await given(loadToday, "De site zelf klopt niet");
  await compare(kept, today);
  const more = receipt ? await checkReceipt(receipt, lines.find(isEvent), kept, today.tiles) : [];
  return [yes(today.checkpoint.size - kept.size), ...more];
};

const run = async (event) => {
  event.preventDefault();
  say("vergelijking", "bezig", "Bezig…");
  part("vergelijking-meer").replaceChildren();
  try {
    const [answer, about = "", ...values] = await check();
    say("vergelijking", "klopt", `${answer} ${about}`);
    part("vergelijking-meer").append(list(values));
  } catch (error) {
    const { message } = error;
    say("vergelijking", error instanceof Undecided ? "kan-niet" : "klopt-niet", `${message[0].toUpperCase()}${message.slice(1)}.`);
  }
};

takeFiles("eigen", 1, "vergelijking", async (files) => {
  part("eigen-punt").value = (await Promise.all(files.map((file) => file.text()))).join("\n");
});
part("eigen").addEventListener("submit", run);
part("eigen").hidden = false;
