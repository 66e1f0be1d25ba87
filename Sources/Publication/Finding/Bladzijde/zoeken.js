// Finds things by their names, as you type. What is typed stays in this browser.

const most = 50;
const field = document.getElementById("zoek");
const outcome = document.getElementById("zoek-uitkomst");
const status = document.getElementById("zoek-stand");
const list = document.getElementById("zoek-vondsten");
const letters = document.getElementById("zoek-letters");

/** A text as it is compared: small letters without accents, and nothing between words but a space. */
const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Whether two words are alike but for at most `limit` letters that are other, missing, extra or swapped. */
const isNear = (left, right, limit) => {
  if (Math.abs(left.length - right.length) > limit) return false;
  let before = [];
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > limit) return false;
    [before, row] = [row, next];
  }
  return row[right.length] <= limit;
};

/** How well a typed word is met by the words of a thing: 0 is best; nothing when it is not met at all. */
const distance = (typed, words) => {
  if (words.includes(typed)) return 0;
  if (words.some((word) => word.startsWith(typed))) return 1;
  if (typed.length > 2 && words.some((word) => word.includes(typed))) return 2;
  const limit = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
  // What is typed is often not finished: it is compared with as much of the word.
  const near = (word) => isNear(typed, word, limit) || isNear(typed, word.slice(0, typed.length), limit);
  return limit > 0 && words.some(near) ? 4 : undefined;
};

let reading;
const register = () => {
  reading ??= (async () => {
    const answer = await fetch(outcome.dataset.register);
    if (!answer.ok) throw new Error(String(answer.status));
    const { soorten, dingen } = await answer.json();
    return dingen.map(([kind, name, context, address, words]) => ({
      kind: soorten[kind], name, context, address, words: plain(`${name} ${context} ${words}`).split(" "),
      title: plain(name),
    }));
  })();
  return reading;
};

const find = (things, typed) => {
  const wanted = plain(typed).split(" ");
  const found = [];
  for (const thing of things) {
    let score = thing.title.startsWith(plain(typed)) ? -1 : 0;
    for (const word of wanted) {
      const one = distance(word, thing.words);
      score = one === undefined ? undefined : score + one;
      if (score === undefined) break;
    }
    if (score !== undefined) found.push({ thing, score });
  }
  // The register is in Dutch order, and sorting keeps that among equals.
  return found.sort((left, right) => left.score - right.score).map(({ thing }) => thing);
};

const element = (name, text) => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

const show = (found, typed) => {
  list.replaceChildren(
    ...found.slice(0, most).map((thing) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = thing.address;
      link.append(element("bdi", thing.name));
      const about = element("span", [thing.kind, thing.context].filter(Boolean).join(" · "));
      about.className = "bij";
      item.append(link, " ", about);
      return item;
    }),
  );
  const count = found.length === 1 ? "1 resultaat" : `${found.length} resultaten`;
  const shown = found.length > most ? `, de eerste ${most} staan hier` : "";
  status.textContent = found.length === 0 ? `Niets gevonden voor ‘${typed}’` : `${count} voor ‘${typed}’${shown}`;
};

let turn = 0;
const search = async () => {
  const typed = field.value.trim();
  const mine = ++turn;
  const address = new URL(location.href);
  if (typed) address.searchParams.set("q", typed);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  outcome.hidden = typed === "";
  letters.hidden = typed !== "";
  if (typed === "") return;
  try {
    const found = plain(typed) === "" ? [] : find(await register(), typed);
    if (mine === turn) show(found, typed);
  } catch {
    // From disk a browser may not read the file beside the page: the letters always work.
    letters.hidden = false;
    list.replaceChildren();
    status.textContent = "Zoeken lukt nu niet. Kies hieronder een letter.";
  }
};

field.addEventListener("input", search);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});

/** Up and down go from the field through what was found, and back. */
const move = (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [field, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
};
field.addEventListener("keydown", move);
list.addEventListener("keydown", move);

field.value = new URL(location.href).searchParams.get("q") ?? "";
if (field.value) search();
