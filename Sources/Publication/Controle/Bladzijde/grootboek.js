// The ledger's own proofs: the tree, the signed checkpoint, and events with the keys that signed them.

import {
  base64, base64url, decode, findings, isEqual, isSigned, need, parseJSON, sha256, textOf, thumbprint, utf8,
} from "./basis.js";

// The tree (RFC 6962, 2.1; RFC 9162, 2.1.3.2):

export const leafHash = (leaf) => sha256([0], utf8(leaf));
export const nodeHash = (left, right) => sha256([1], left, right);

/** The root that follows from the hash of an entry, its position and the hashes beside its way up. */
export const rootFrom = async (hash, position, size, hashes) => {
  let [node, last, root] = [position, size - 1, hash];
  const up = () => ([node, last] = [Math.floor(node / 2), Math.floor(last / 2)]);
  for (const sibling of hashes) {
    need(last > 0, "het bewijs is te lang");
    if (node % 2 === 1 || node === last) {
      root = await nodeHash(sibling, root);
      while (node % 2 === 0 && node !== 0) up();
    } else {
      root = await nodeHash(root, sibling);
    }
    up();
  }
  need(last === 0, "het bewijs is te kort");
  return root;
};

// The signed checkpoint (C2SP signed-note, tlog-checkpoint):

/** A key of a note, as `name+id+base64`; its id must follow from the rest. */
const noteKey = async (vkey) => {
  const what = "de sleutel van het log";
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey);
  need(match, `${what} is niet te lezen`);
  const [, name, id] = match;
  const material = decode(match[3], base64, what);
  need(material.length === 33 && material[0] === 1, `${what} is geen Ed25519-sleutel`);
  const digest = await sha256(utf8(`${name}\n`), material);
  need([...digest.slice(0, 4)].map((b) => b.toString(16).padStart(2, "0")).join("") === id,
    `${what} klopt niet met zijn kenmerk`);
  return { name, id: digest.slice(0, 4), bytes: material.slice(1) };
};

/** Reads a checkpoint; the signature is checked apart. */
export const readCheckpoint = (note) => {
  const [end, wrong] = [note.lastIndexOf("\n\n"), "het controlepunt is niet te lezen"];
  need(end > 0 && note.endsWith("\n"), wrong);
  const text = note.slice(0, end + 1);
  const [origin, size, root, ...more] = text.slice(0, -1).split("\n");
  need(origin && /^(0|[1-9][0-9]{0,14})$/.test(size) && root && more.length === 0, wrong);
  const bytes = decode(root, base64, "het controlepunt");
  need(bytes.length === 32, wrong);
  return { text, origin, size: Number(size), root: bytes, signatures: note.slice(end + 2, -1).split("\n") };
};

export const checkCheckpointSignature = async (checkpoint, key) => {
  let isSignedByLog = false;
  for (const line of checkpoint.signatures) {
    const match = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line);
    need(match, "een regel met een ondertekening is niet te lezen");
    const bytes = decode(match[2], base64, "een regel met een ondertekening");
    // Lines of others (witnesses) may stand there as well; a line of the log itself must hold.
    if (match[1] !== key.name || !isEqual(bytes.slice(0, 4), key.id)) continue;
    need(await isSigned(key.bytes, bytes.slice(4), utf8(checkpoint.text)), "de ondertekening klopt niet");
    isSignedByLog = true;
  }
  need(isSignedByLog, "de ondertekening van het log ontbreekt");
  need(checkpoint.origin === key.name, "het hoort bij een ander grootboek");
};

// Events (SD-JWT, RFC 9901):

/** Roles that may register and revoke keys. */
const registrars = ["algemeenDirecteur", "griffier", "secretariaat", "beheerder"];

/** What is wrong with an event itself; what is wrong with the key that signed it, is told where that was registered. */
const inShort = ({ findings }) =>
  findings.filter((finding) => !finding.startsWith("de sleutel")).join("; ") || "de sleutel daarvan klopt niet";

/** The events that came along, each checked once, with the keys that signed them. */
export class Events {
  constructor(data, checkpoint) {
    this.checkpoint = checkpoint;
    this.hashes = data.hashes.map((hash) => decode(hash, base64, "gegevens.json: een hash"));
    this.given = new Map(data.gebeurtenissen.map((event) => [event.plaats, event]));
    this.keys = new Map(data.sleutels.map((key) => [key.kid, key]));
    need(this.given.size === data.gebeurtenissen.length && this.keys.size === data.sleutels.length,
      "gegevens.json: iets staat er twee keer in");
    this.checked = new Map();
  }

  /** What an event says, with its findings. Each looks only at events before it, so this always ends. */
  at(position) {
    if (!this.checked.has(position)) this.checked.set(position, this.check(position));
    return this.checked.get(position);
  }

  async check(position) {
    const event = { position, claims: null, rol: null, findings: [] };
    event.findings.push(...await findings("", () => this.read(event)));
    if (!event.claims) return event;
    const inLog = findings("de plaats in het grootboek", () => this.checkInclusion(event));
    const signed = findings("", () => this.checkSignature(event));
    event.findings.push(...await signed, ...await inLog);
    return event;
  }

  read(event) {
    const given = this.given.get(event.position);
    need(given, `gebeurtenis ${event.position} ontbreekt in de gegevens`);
    const what = "de ondertekende tekst";
    const parts = /^([\w-]+)\.([\w-]+)\.([\w-]+)~$/.exec(given.blad);
    need(parts, `${what} is niet te lezen`);
    const [header, payload] = [parts[1], parts[2]].map((part) => parseJSON(textOf(decode(part, base64url, what)), what));
    need(header.alg === "EdDSA" && header.typ === "waarborg-event+sd-jwt" && Object.keys(header).length === 3
      && payload.data && payload._sd_alg === "sha-256", `${what} heeft een onbekende vorm`);
    need(payload.iss === this.checkpoint.origin, "de gebeurtenis hoort bij een ander grootboek");
    Object.assign(event, { leaf: given.blad, path: given.pad, kid: header.kid, claims: payload });
    event.signed = `${parts[1]}.${parts[2]}`;
    event.signature = decode(parts[3], base64url, "de ondertekening");
  }

  /** The log's keys, each with the largest size it signs: the founding names the first, each restoration the next. */
  async logKeys(vkey) {
    const { claims } = await this.at(0);
    need(claims?.evt === "GrootboekGeopend", "het begin van het grootboek ontbreekt in de gegevens");
    const keys = [{ vkey: claims.data.logsleutel, until: Infinity }];
    for (const place of this.given.keys()) {
      const event = await this.at(place);
      if (event.claims?.evt !== "GrootboekHersteld") continue;
      const { data } = event.claims;
      need(!event.findings.length && registrars.includes(event.rol) && data.oudeLogsleutel === keys.at(-1).vkey
        && data.omvang === place, "de nieuwe sleutel van het log klopt niet");
      keys.at(-1).until = place;
      keys.push({ vkey: data.logsleutel, until: Infinity });
    }
    need(vkey === `${keys.at(-1).vkey}\n`, "de sleutel ernaast is niet die van het grootboek");
    return Promise.all(keys.map(async ({ vkey: key, until }) => ({ ...await noteKey(key), until })));
  }

  async checkInclusion(event) {
    need(event.position < this.checkpoint.size, "de gebeurtenis is van na het controlepunt");
    const hashes = event.path.map((index) => this.hashes[index]);
    need(hashes.every((hash) => hash?.length === 32), "een hash van het bewijs ontbreekt");
    const root = await rootFrom(await leafHash(event.leaf), event.position, this.checkpoint.size, hashes);
    need(isEqual(root, this.checkpoint.root), "de gebeurtenis hoort niet bij het controlepunt");
  }

  async checkSignature(event) {
    const key = await this.keyOf(event);
    need(await isSigned(key, event.signature, utf8(event.signed)), "de ondertekening klopt niet");
  }

  /** The key that signed, from the event that registered it: that one is checked like any other, back to the first. */
  async keyOf(event) {
    const known = this.keys.get(event.kid);
    need(known, "de sleutel: hoe die is geregistreerd ontbreekt in de gegevens");
    const founds = event.position === 0 && known.registratie === 0;
    need(founds || known.registratie < event.position, "de sleutel: die is pas daarna geregistreerd");
    const registration = founds ? event : await this.at(known.registratie);
    const place = `de sleutel (geregistreerd op plaats ${known.registratie})`;
    if (!founds) need(registration.findings.length === 0, `${place}: ${inShort(registration)}`);
    const { evt, data } = registration.claims;
    need(evt === (known.registratie === 0 ? "GrootboekGeopend" : "SleutelGeregistreerd"),
      `${place}: dat is geen registratie`);
    need(registration === event || registrars.includes(registration.rol), `${place}: door wie dat niet mag`);
    const key = decode(String(data.sleutel), base64url, place);
    need(await thumbprint(key) === event.kid, `${place}: dat is een andere sleutel`);
    await this.checkRevocation(event, known, place);
    event.rol = data.rol;
    return key;
  }

  async checkRevocation(event, known, place) {
    if (known.intrekking === undefined || event.position <= known.intrekking) return;
    const revocation = await this.at(known.intrekking);
    need(revocation.findings.length === 0, `${place}, de intrekking: ${inShort(revocation)}`);
    const { evt, data, iat } = revocation.claims;
    need(evt === "SleutelIngetrokken" && data.kid === event.kid, `${place}: de intrekking is van iets anders`);
    need(registrars.includes(revocation.rol), `${place}: ingetrokken door wie dat niet mag`);
    need(event.claims.iat < Math.max(data.vanaf, iat), `${place}: die was al ingetrokken`);
  }
}

/** An id that is a UUID is that of the stream or the event: so none can stand in for that of another entry. */
export const isOwn = ({ id }, { sub, jti }) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  || sub.endsWith(`/${id}`) || jti === id;

/** The values of an event that may be seen, by field: clear ones, and opened ones whose digest was signed. */
export const openedValues = async (event, disclosures) => {
  const { _sd: digests = [], ...facts } = event.claims.data;
  const values = new Map(Object.entries(facts));
  const opened = [];
  for (const disclosure of disclosures) {
    need(digests.includes(base64url(await sha256(utf8(disclosure)))),
      "een getoonde waarde is niet de waarde die is ondertekend");
    const parts = parseJSON(textOf(decode(disclosure, base64url, "een waarde")), "een waarde");
    need(Array.isArray(parts) && parts.length === 3 && !values.has(parts[1]), "een waarde is niet te lezen");
    values.set(parts[1], parts[2]);
    opened.push(parts[1]);
  }
  return { values, opened };
};
