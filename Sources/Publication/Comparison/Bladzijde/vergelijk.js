// Lays two days side by side, from the history file of the site itself. Nothing leaves this browser.

const form = document.getElementById("vergelijk");
const outcome = document.getElementById("vergelijk-uitkomst");
const status = document.getElementById("vergelijk-stand");
const counts = document.getElementById("vergelijk-tellingen");
const body = document.querySelector("#vergelijk-tabel tbody");
const headings = [document.getElementById("vergelijk-van"), document.getElementById("vergelijk-tot")];
const { historie, sleutel } = form.dataset;
const named = form.dataset.kop.split(" ");
const compared = form.dataset.velden.split(" ");

let reading;
const wholeHistory = () => {
  reading ??= fetch(historie).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  });
  return reading;
};

/** The last publication on or before a day; nothing when the site was not there yet. */
const published = ({ publicaties }, day) => publicaties.filter(({ op }) => op <= day).at(-1);

/** The rows that held on a day; `size` is how much of the log was known, when that counts. */
const state = ({ gegevens }, day, size) =>
  new Map(
    gegevens
      .filter(({ vanaf, totEnMet, vastgelegdAls, vervangenAls }) => {
        if (vanaf > day) return false;
        if (size !== undefined && vastgelegdAls !== null && vastgelegdAls >= size) return false;
        // What ended by something that was recorded later was still there.
        const isOpen = totEnMet === null || (size !== undefined && vervangenAls !== null && vervangenAls >= size);
        return isOpen || totEnMet >= day;
      })
      .map((row) => [row[sleutel], row]),
  );

const words = { toegevoegd: "Nieuw", gewijzigd: "Anders", vervallen: "Vervallen", gelijk: "Gelijk" };
const kinds = { toegevoegd: "m-goed", gewijzigd: "m-wacht", vervallen: "m-stil", gelijk: "m-stil" };

const difference = (left, right) => {
  if (!left) return "toegevoegd";
  if (!right) return "vervallen";
  return compared.some((field) => left[field] !== right[field]) ? "gewijzigd" : "gelijk";
};

const inWords = (value) => (value === true ? "ja" : value === false ? "nee" : (value ?? ""));

const dutchDay = (day) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

/** What a row says: only what differs, when the other day has it too. */
const cell = (row, other, columns, label) => {
  const made = element("td");
  made.setAttribute("role", "cell");
  made.dataset.label = label;
  if (!row) {
    made.append(element("span", "Staat er niet", "leeg"));
    return made;
  }
  for (const field of compared) {
    const value = inWords(row[field]);
    if (other && row[field] === other[field]) continue;
    if (!other && (value === "" || named.includes(field))) continue;
    const line = element("span", undefined, "erbij");
    line.append(`${columns.get(field)}: `, element("bdi", value === "" ? "leeg" : value));
    made.append(line);
  }
  if (!made.hasChildNodes()) made.append(element("span", "Hetzelfde", "leeg"));
  return made;
};

const show = (file, left, right, days) => {
  const columns = new Map(file.velden.map(({ naam, kop }) => [naam, kop]));
  const keys = new Set([...left.keys(), ...right.keys()]);
  const rows = [...keys].map((key) => ({ left: left.get(key), right: right.get(key) }));
  const found = { toegevoegd: 0, gewijzigd: 0, vervallen: 0, gelijk: 0 };
  const shown = [];
  for (const { left, right } of rows) {
    const kind = difference(left, right);
    found[kind]++;
    if (kind === "gelijk") continue;
    const row = element("tr");
    row.setAttribute("role", "row");
    const head = element("th");
    head.scope = "row";
    head.setAttribute("role", "rowheader");
    const [first, ...rest] = named.map((field) => inWords((right ?? left)[field])).filter((text) => text !== "");
    head.append(element("bdi", first ?? ""));
    for (const text of rest) head.append(" ", element("small", text, "bij"));
    const pill = element("td");
    pill.setAttribute("role", "cell");
    pill.dataset.label = "Verschil";
    pill.append(element("span", words[kind], `merkje ${kinds[kind]}`));
    row.append(head, cell(left, right, columns, days[0]), cell(right, left, columns, days[1]), pill);
    shown.push(row);
  }
  body.replaceChildren(...shown);
  body.parentElement.hidden = shown.length === 0;
  headings.forEach((heading, i) => (heading.textContent = days[i]));
  counts.replaceChildren(
    ...Object.entries(found).map(([kind, count]) => {
      const item = element("li");
      const pill = element("span", `${words[kind]} `, "telling");
      pill.append(element("span", String(count), "aantal"));
      item.append(pill);
      return item;
    }),
  );
  const changed = shown.length;
  status.textContent =
    changed === 0
      ? `Geen verschil tussen ${days[0]} en ${days[1]}`
      : `${changed === 1 ? "1 verschil" : `${changed} verschillen`} tussen ${days[0]} en ${days[1]}`;
};

const compare = async () => {
  const data = new FormData(form);
  const [from, to] = [data.get("van"), data.get("tot")].sort();
  if (!from || !to) return;
  const address = new URL(location.href);
  address.search = new URLSearchParams({ van: from, tot: to, hoe: data.get("hoe") });
  history.replaceState(null, "", address);
  outcome.hidden = false;
  try {
    const file = await wholeHistory();
    if (data.get("hoe") === "gold") {
      show(file, state(file, from), state(file, to), [dutchDay(from), dutchDay(to)]);
      return;
    }
    const sites = [published(file, from), published(file, to)];
    const none = sites.findIndex((site) => site === undefined);
    if (none >= 0) {
      body.replaceChildren();
      body.parentElement.hidden = true;
      counts.replaceChildren();
      const first = file.publicaties[0];
      status.textContent = first
        ? `Op ${dutchDay([from, to][none])} was deze site er nog niet: zij is er sinds ${dutchDay(first.op)}`
        : "Deze site is niet eerder gepubliceerd; kies ‘zoals het gold’";
      return;
    }
    show(
      file, state(file, sites[0].op, sites[0].omvang), state(file, sites[1].op, sites[1].omvang),
      sites.map(({ op }, i) => `${dutchDay([from, to][i])} (site van ${dutchDay(op)})`),
    );
  } catch {
    status.textContent = "Vergelijken lukt nu niet: het bestand met de historie is niet te lezen.";
  }
};

form.hidden = false;
const asked = new URL(location.href).searchParams;
form.elements.van.value = asked.get("van") ?? "";
form.elements.tot.value = asked.get("tot") ?? "";
if (asked.get("hoe") === "stond") form.elements.hoe.value = "stond";
form.addEventListener("submit", (event) => {
  event.preventDefault();
  compare();
});
if (form.elements.van.value && form.elements.tot.value) compare();
