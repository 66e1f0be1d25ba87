// How the site says a value: a date as a person would say it, a truth as a word, all else as it is.

const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
  "november", "december"];
const seasons = { 21: "voorjaar", 22: "zomer", 23: "najaar", 24: "winter" };
const doubts = { "?": "mogelijk ", "~": "omstreeks ", "%": "mogelijk omstreeks ", "": "" };

/** A date or a part of an interval, in the notation of EDTF (ISO 8601-2); nil when it is none. */
const parse = (text) => {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(0[1-9]|1[0-2]|XX)(?:-(0[1-9]|[12]\d|3[01]|XX))?)?([?~%]?)$/.exec(text);
  if (!match) return null;
  const [, year, month, day, doubt] = match;
  const isOpen = text.includes("X");
  const say = (year) => [day > 0 && Number(day), month > 0 && months[month - 1], year].filter(Boolean).join(" ");
  const start = doubts[doubt] + say(year.replaceAll("X", "0"));
  const end = doubts[doubt] + say(year.replaceAll("X", "9"));
  let alone = start;
  if (year.includes("X")) alone = `een jaar van ${start} tot en met ${end}`;
  else if (month === "XX") alone = `${start}, ${day ? "dag en maand" : "maand"} niet bekend`;
  else if (day === "XX") alone = `${start}, dag niet bekend`;
  /** The day before or after, when this is one exact day. */
  const beside = (days) => {
    if (isOpen || doubt || !day) return null;
    const other = new Date(0);
    other.setUTCFullYear(Number(year), month - 1, Number(day) + days);
    const written = String(other.getUTCFullYear()).padStart(4, "0");
    return `${other.getUTCDate()} ${months[other.getUTCMonth()]} ${written}`;
  };
  const where = doubt ? "" : "in ";
  return {
    alone, start, end,
    orLater: beside(-1) ? `na ${beside(-1)}` : `${where}${start} of later`,
    orEarlier: beside(1) ? `vóór ${beside(1)}` : `${where}${end} of eerder`,
  };
};

const spokenDate = (text) => {
  if (text === "XXXX") return "datum niet bekend";
  const season = /^(\d{4})-(2[1-4])$/.exec(text);
  if (season) return `${seasons[season[2]]} ${season[1]}`;
  if (!text.includes("/")) return parse(text)?.alone;
  const [left, right, ...more] = text.split("/");
  const [start, end] = [parse(left), parse(right)];
  const isLimit = (part) => part === "" || part === "..";
  if (more.length > 0 || !(start || isLimit(left)) || !(end || isLimit(right))) return undefined;
  if (start && end) return `tussen ${start.start} en ${end.end}`;
  if (start) return start.orLater + (right === ".." ? ", dag niet bekend" : ", einde niet bekend");
  if (end) return end.orEarlier + (left === ".." ? ", dag niet bekend" : ", begin niet bekend");
  return "datum niet bekend";
};

/** Every way in which the site may say a value. */
export const spellings = (value) => {
  if (typeof value === "boolean") return value ? ["ja", "Ja"] : ["nee", "Nee"];
  const date = typeof value === "string" && spokenDate(value);
  return date ? [value, date] : [String(value)];
};

/** Text as it reads: how it is broken over lines does not matter. */
export const plain = (text) => String(text).normalize("NFC").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
