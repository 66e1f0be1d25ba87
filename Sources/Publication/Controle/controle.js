// Checks the public list in the reader's own browser, against the ledger it was made from.
//
// Needs nothing but the browser: no library, no other site. What it fetches stands beside it (gegevens.json, checkpoint,
// sleutel) or is what it checks (the lists and their data). Every check that fails, and everything that is missing or
// cannot be read, ends up on the page as a sentence; nothing passes because it could not be checked.
//
// A plain script and not a module: a browser does not start a module of a page that was opened from disk, and then this
// one could not say why it does not work.
"use strict";

(() => {
  const here = new URL(".", document.querySelector("script[src$=\"controle.js\"]").src);
  const site = new URL("..", here);

  // --- Findings -----------------------------------------------------------------------------------------------------

  /** A check that failed; its message is what the reader gets to read. */
  class Finding extends Error {}

  const need = (condition, sentence) => {
    if (!condition) throw new Finding(sentence);
  };

  /** Runs a check and gives its findings; what nobody foresaw counts as a finding too. */
  const findings = async (about, check) => {
    try {
      await check();
      return [];
    } catch (error) {
      const what = error instanceof Finding ? error.message : `niet te controleren (${error.message})`;
      return [about ? `${about}: ${what}` : what];
    }
  };

  // --- Bytes --------------------------------------------------------------------------------------------------------

  const utf8 = (text) => new TextEncoder().encode(text);
  const textOf = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const base64url = (bytes) => base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const isEqual = (left, right) => left.length === right.length && left.every((byte, i) => byte === right[i]);
  const sha256 = async (...parts) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(parts.flatMap((part) => [...part]))));

  /** Decodes text in the one spelling that `encode` writes: two texts for the same bytes would be two different proofs. */
  const decode = (text, encode, what) => {
    let bytes;
    try {
      bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    } catch {
      throw new Finding(`${what} is niet te lezen`);
    }
    need(encode(bytes) === text, `${what} is niet te lezen`);
    return bytes;
  };

  const parseJSON = (text, what) => {
    try {
      return JSON.parse(text);
    } catch {
      throw new Finding(`${what} is geen geldige JSON`);
    }
  };

  // --- Ed25519 (RFC 8032) -------------------------------------------------------------------------------------------

  const isSigned = async (key, signature, message) => {
    try {
      const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", imported, signature, message);
    } catch {
      return false;
    }
  };

  /** Whether this browser can check signatures: RFC 8032, 7.1, test 1 must hold, and must not hold for another message. */
  const canCheckSignatures = async () => {
    const key = decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", base64url, "");
    const signature = decode(
      "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw", base64url, "");
    return (await isSigned(key, signature, utf8(""))) && !(await isSigned(key, signature, utf8(" ")));
  };

  /** RFC 7638 and RFC 8037: how events name the key that signed them. */
  const thumbprint = async (key) =>
    base64url(await sha256(utf8(`{"crv":"Ed25519","kty":"OKP","x":"${base64url(key)}"}`)));

  // --- The tree (RFC 6962, 2.1; RFC 9162, 2.1.3.2) ------------------------------------------------------------------

  const leafHash = (leaf) => sha256([0], utf8(leaf));
  const nodeHash = (left, right) => sha256([1], left, right);

  /** The root that follows from an entry, its position and the hashes beside its way up. */
  const rootFrom = async (leaf, position, size, hashes) => {
    let [node, last, root] = [position, size - 1, await leafHash(leaf)];
    const up = () => ([node, last] = [Math.floor(node / 2), Math.floor(last / 2)]);
    for (const hash of hashes) {
      need(last > 0, "het bewijs is te lang");
      if (node % 2 === 1 || node === last) {
        root = await nodeHash(hash, root);
        while (node % 2 === 0 && node !== 0) up();
      } else {
        root = await nodeHash(root, hash);
      }
      up();
    }
    need(last === 0, "het bewijs is te kort");
    return root;
  };

  // --- The signed checkpoint (C2SP signed-note, tlog-checkpoint) ----------------------------------------------------

  /** A key of a note, as `name+id+base64`; its id must follow from the rest. */
  const noteKey = async (vkey) => {
    const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey);
    need(match, "de sleutel van het log is niet te lezen");
    const [, name, id] = match;
    const material = decode(match[3], base64, "de sleutel van het log");
    need(material.length === 33 && material[0] === 1, "de sleutel van het log is geen Ed25519-sleutel");
    const digest = await sha256(utf8(`${name}\n`), material);
    need([...digest.slice(0, 4)].map((b) => b.toString(16).padStart(2, "0")).join("") === id,
      "de sleutel van het log klopt niet met zijn kenmerk");
    return { name, id: digest.slice(0, 4), bytes: material.slice(1) };
  };

  /** Reads a checkpoint; the signature is checked apart. */
  const readCheckpoint = (note) => {
    const end = note.lastIndexOf("\n\n");
    need(end > 0 && note.endsWith("\n"), "het controlepunt is niet te lezen");
    const text = note.slice(0, end + 1);
    const [origin, size, root, ...more] = text.slice(0, -1).split("\n");
    need(origin && /^(0|[1-9][0-9]{0,14})$/.test(size) && root && more.length === 0,
      "het controlepunt is niet te lezen");
    const bytes = decode(root, base64, "het controlepunt");
    need(bytes.length === 32, "het controlepunt is niet te lezen");
    return { text, origin, size: Number(size), root: bytes, signatures: note.slice(end + 2, -1).split("\n") };
  };

  const checkCheckpointSignature = async (checkpoint, key) => {
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

  // --- Events (SD-JWT, RFC 9901) ------------------------------------------------------------------------------------

  /** Roles that may register and revoke keys. */
  const registrars = ["algemeenDirecteur", "griffier", "secretariaat", "beheerder"];

  /** The events that came along, each checked once, with the keys that signed them. */
  class Events {
    constructor(data, checkpoint) {
      this.checkpoint = checkpoint;
      this.hashes = data.hashes.map((hash) => decode(hash, base64, "een hash"));
      this.given = new Map(data.gebeurtenissen.map((event) => [event.plaats, event]));
      this.keys = new Map(data.sleutels.map((key) => [key.kid, key]));
      need(this.given.size === data.gebeurtenissen.length, "een gebeurtenis staat er twee keer in");
      need(this.keys.size === data.sleutels.length, "een sleutel staat er twee keer in");
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
      const parts = /^([\w-]+)\.([\w-]+)\.([\w-]+)~$/.exec(given.blad);
      need(parts, "de ondertekende tekst is niet te lezen");
      const [header, payload] = [parts[1], parts[2]].map((part) =>
        parseJSON(textOf(decode(part, base64url, "de ondertekende tekst")), "de ondertekende tekst"));
      need(header.alg === "EdDSA" && header.typ === "waarborg-event+sd-jwt" && Object.keys(header).length === 3,
        "de ondertekende tekst heeft een onbekende vorm");
      need(payload.data && payload._sd_alg === "sha-256", "de ondertekende tekst heeft een onbekende vorm");
      need(payload.iss === this.checkpoint.origin, "de gebeurtenis hoort bij een ander grootboek");
      Object.assign(event, { leaf: given.blad, path: given.pad, kid: header.kid, claims: payload });
      event.signed = `${parts[1]}.${parts[2]}`;
      event.signature = decode(parts[3], base64url, "de ondertekening");
    }

    async checkInclusion(event) {
      need(event.position < this.checkpoint.size, "de gebeurtenis is van na het controlepunt");
      const hashes = event.path.map((index) => this.hashes[index]);
      need(hashes.every((hash) => hash?.length === 32), "een hash van het bewijs ontbreekt");
      const root = await rootFrom(event.leaf, event.position, this.checkpoint.size, hashes);
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
      if (!founds) need(registration.findings.length === 0, `${place}: ${registration.findings.join("; ")}`);
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
      need(revocation.findings.length === 0, `${place}, de intrekking: ${revocation.findings.join("; ")}`);
      const { evt, data, iat } = revocation.claims;
      need(evt === "SleutelIngetrokken" && data.kid === event.kid, `${place}: de intrekking is van iets anders`);
      need(registrars.includes(revocation.rol), `${place}: ingetrokken door wie dat niet mag`);
      need(event.claims.iat < Math.max(data.vanaf, iat), `${place}: die was al ingetrokken`);
    }
  }

  /** The values of an event that may be seen: clear ones, and sealed ones that were opened and whose digest was signed. */
  const openedValues = async (event, disclosures) => {
    const { _sd: digests = [], ...values } = event.claims.data;
    for (const disclosure of disclosures) {
      need(digests.includes(base64url(await sha256(utf8(disclosure)))),
        "een getoonde waarde is niet de waarde die is ondertekend");
      const parts = parseJSON(textOf(decode(disclosure, base64url, "een waarde")), "een waarde");
      need(Array.isArray(parts) && parts.length === 3 && !Object.hasOwn(values, parts[1]),
        "een waarde is niet te lezen");
      values[parts[1]] = parts[2];
    }
    return values;
  };

  // --- What the site shows ------------------------------------------------------------------------------------------

  const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december"];

  /** The ways in which the site may say a value: as it is, yes and no as words, a date as a person would say it. */
  const spellings = (value) => {
    if (typeof value === "boolean") return [value ? "ja" : "nee"];
    const date = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(value);
    if (!date) return [String(value)];
    const [, year, month, day] = date;
    return [value, [day && Number(day), month && months[month - 1], year].filter(Boolean).join(" ")];
  };

  const plain = (text) => String(text).normalize("NFC").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();

  const fetchText = async (url, what) => {
    const response = await fetch(url, { cache: "no-store" }).catch(() => null);
    need(response?.ok, `${what} is niet op te halen${response ? ` (fout ${response.status})` : ""}`);
    return response.text();
  };

  /** One subject: its list as a page and as data, both sorted by entry. */
  class Subject {
    constructor(subject) {
      Object.assign(this, subject);
      this.general = [];
    }

    async load() {
      this.general.push(...await findings(this.gegevens, async () => {
        const rows = parseJSON(await fetchText(new URL(this.gegevens, site), "het bestand"), "het bestand").rijen;
        need(Array.isArray(rows), "er staan geen rijen in");
        this.rows = Map.groupBy(rows.filter((row) => row.id), (row) => row.id);
      }));
      this.general.push(...await findings(this.lijst, async () => {
        const page = new DOMParser().parseFromString(
          await fetchText(new URL(this.lijst, site), "de lijst"), "text/html");
        this.marks = Map.groupBy(page.querySelectorAll("[data-opgave]"), (mark) => mark.dataset.opgave);
      }));
    }

    /** Whether page and data show for one entry exactly the values that were signed. */
    async compare(entry, values) {
      const found = [];
      const labels = new Map(entry.getoond.map((shown) => [shown.veld, shown.label]));
      for (const veld of Object.keys(values)) {
        if (entry.geopend.includes(veld) && !labels.has(veld)) found.push(`«${veld}» is geopend, maar staat niet op de lijst`);
      }
      const rows = this.rows?.get(entry.id) ?? [];
      if (rows.length !== 1) found.push(`staat ${rows.length} keer in ${this.gegevens}`);
      const marks = this.marks?.get(entry.id) ?? [];
      if (marks.length === 0) found.push("staat niet op de lijst");
      for (const [veld, label] of labels) {
        const value = values[veld];
        if (value === undefined) {
          found.push(`«${label}»: de ondertekende waarde ontbreekt in de gegevens`);
          continue;
        }
        for (const row of rows) {
          if (JSON.stringify(row[veld]) !== JSON.stringify(value)) found.push(`«${label}» is in ${this.gegevens} anders dan is ondertekend`);
        }
        const shown = marks.filter((mark) => mark.dataset.veld === veld);
        if (marks.length > 0 && shown.length === 0) found.push(`«${label}» ontbreekt op de lijst`);
        if (!shown.every((mark) => spellings(value).map(plain).includes(plain(mark.textContent)))) found.push(`«${label}» is op de lijst anders dan is ondertekend`);
      }
      for (const mark of marks) {
        if (!labels.has(mark.dataset.veld)) found.push(`«${mark.dataset.veld}» op de lijst wordt niet gecontroleerd`);
      }
      return found;
    }

    /** Entries that the list or the data have and the check does not know. */
    unknown() {
      const known = new Set(this.opgaven.map((entry) => entry.id));
      return [...new Set([...(this.marks?.keys() ?? []), ...(this.rows?.keys() ?? [])])].filter((id) => !known.has(id))
        .map((id) => {
          const name = (this.marks?.get(id) ?? []).map((mark) => plain(mark.textContent)).filter(Boolean).join(", ");
          return { id, naam: name || id };
        });
    }
  }

  // --- The whole check ----------------------------------------------------------------------------------------------

  const page = {
    status: document.getElementById("controle-uitslag"),
    start: document.getElementById("controle-start"),
    general: document.getElementById("controle-algemeen"),
    own: document.getElementById("controle-eigen"),
    entries: () => [...document.querySelectorAll("[data-controle]")],
  };

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    made.append(text, ...children);
    return made;
  };
  const list = (sentences) => element("ul", "", ...sentences.map((sentence) => element("li", sentence)));

  const say = (outcome, sentence) => {
    page.status.dataset.uitslag = outcome;
    page.status.textContent = sentence;
  };

  /** Puts what was found behind an entry, in words; an entry this page does not have is added to it. */
  const show = (entry, found, detail) => {
    let item = page.entries().find((item) => item.dataset.controle === entry.id);
    if (!item) {
      item = element("li", entry.naam);
      item.dataset.controle = entry.id;
      document.getElementById("controle-onbekend").append(item);
    }
    item.dataset.uitslag = found.length === 0 ? "klopt" : "klopt-niet";
    item.querySelector(".uitslag")?.remove();
    const result = element("div", element("strong", found.length === 0 ? "klopt" : "klopt niet"));
    result.className = "uitslag";
    result.append(found.length === 0 ? `: ${detail}` : list(found));
    item.append(result);
  };

  const day = (seconds) => new Date(seconds * 1000).toLocaleDateString("nl-NL",
    { timeZone: "Europe/Amsterdam", dateStyle: "long" });

  /** Checks everything; gives what is wrong with the whole, and shows what is wrong with each entry. */
  const checkAll = async () => {
    const [note, vkey, text] = await Promise.all([
      fetchText(new URL("checkpoint", here), "het controlepunt"),
      fetchText(new URL("sleutel", here), "de sleutel van het log"),
      fetchText(new URL("gegevens.json", here), "gegevens.json"),
    ]);
    const checkpoint = readCheckpoint(note);
    const data = parseJSON(text, "gegevens.json");
    const events = new Events(data, checkpoint);
    const founding = await events.at(0);
    const general = await findings("het controlepunt", async () => {
      const named = founding.claims?.data.logsleutel;
      need(founding.claims?.evt === "GrootboekGeopend", "het begin van het grootboek ontbreekt in de gegevens");
      need(vkey === `${named}\n`, "de sleutel in het bestand «sleutel» is niet die van het grootboek");
      await checkCheckpointSignature(checkpoint, await noteKey(named));
    });

    const ofEntries = new Map();
    for (const subject of data.onderwerpen.map((subject) => new Subject(subject))) {
      await subject.load();
      for (const entry of subject.opgaven) {
        const event = await events.at(entry.plaats);
        const found = [...event.findings];
        if (ofEntries.has(entry.plaats)) found.push(`dezelfde gebeurtenis als bij ${ofEntries.get(entry.plaats)}`);
        ofEntries.set(entry.plaats, entry.naam);
        found.push(...await findings("", async () => {
          if (event.claims) found.push(...await subject.compare(entry, await openedValues(event, entry.onthullingen)));
        }));
        const rol = data.rollen[event.rol] ?? event.rol;
        show(entry, found, event.claims && `ondertekend door ${rol}, vastgelegd op ${day(event.claims.iat)}, plaats ${entry.plaats}`);
      }
      for (const entry of subject.unknown()) show(entry, ["staat op de site, maar niet in de gegevens van deze controle"]);
      general.push(...subject.general);
    }

    // Events that no entry points at: registrations and revocations of keys, and the founding.
    for (const position of events.given.keys()) {
      const event = await events.at(position);
      const name = `gebeurtenis ${position} (${event.claims?.evt ?? "onleesbaar"})`;
      if (!ofEntries.has(position)) general.push(...event.findings.map((finding) => `${name}: ${finding}`));
    }
    for (const item of page.entries().filter((item) => !item.dataset.uitslag)) {
      show({ id: item.dataset.controle }, ["staat hier, maar niet in de gegevens van deze controle"]);
    }
    return { general, checkpoint };
  };

  const run = async () => {
    page.start.disabled = true;
    say("bezig", "Bezig met controleren…");
    page.general.replaceChildren();
    for (const item of page.entries()) delete item.dataset.uitslag;
    let result;
    const stopped = await findings("", async () => (result = await checkAll()));
    const general = [...stopped, ...(result?.general ?? [])];
    for (const item of page.entries().filter((item) => !item.dataset.uitslag)) {
      show({ id: item.dataset.controle }, ["kon niet worden gecontroleerd"]);
    }
    if (general.length > 0) page.general.append(element("h3", "Wat aan het geheel niet klopt"), list(general));
    const all = page.entries();
    const wrong = all.filter((item) => item.dataset.uitslag !== "klopt").length;
    if (general.length + wrong > 0) {
      say("klopt-niet", `Er klopt iets niet. ${wrong} van de ${all.length} opgaven kloppen niet`
        + (general.length > 0 ? `, en aan het geheel klopt niet: ${general.join("; ")}.` : ". Hieronder staat welke, en waarom."));
    } else {
      say("klopt", `Alles klopt: ${all.length} van de ${all.length} opgaven, tegen het controlepunt `
        + `van ${result.checkpoint.size} gebeurtenissen. Wat dit niet bewijst, staat hieronder.`);
    }
    page.start.disabled = false;
  };

  const begin = async () => {
    if (location.protocol === "file:") {
      return say("kan-niet", "U opende deze bladzijde vanaf schijf. Dan mag de browser de bestanden ernaast niet lezen en "
        + "kan hij niet controleren. Open de bladzijde op de website, of gebruik een van de andere manieren hieronder.");
    }
    if (!globalThis.crypto?.subtle) {
      return say("kan-niet", "Uw browser controleert alleen op een beveiligde verbinding (https). Open deze bladzijde met "
        + "https, of gebruik een van de andere manieren hieronder.");
    }
    if (!(await canCheckSignatures())) {
      return say("kan-niet", "Uw browser kan de ondertekeningen (Ed25519) niet controleren. Gebruik een nieuwere browser, of "
        + "een van de andere manieren hieronder.");
    }
    page.start.hidden = false;
    page.start.addEventListener("click", run);
    say("klaar", "Uw browser kan dit controleren. Druk op de knop om te beginnen.");
  };

  begin();
})();
