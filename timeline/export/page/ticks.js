// The words along the axis: days, months or years, the finest that stand side by side in a stretch.

const EPOCH = 719163;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const STEPS = [
  ["day", 1], ["day", 2], ["day", 7], ["month", 1], ["month", 3],
  ...[1, 2, 5, 10, 20, 50, 100, 500, 2500].map((years) => ["year", years]),
];
const DAYS = { day: 1, month: 30, year: 365 };
const ROOM = { day: 22, month: 32, year: 40 };
const LETTER = 6.7;

const dateOf = (ordinal) => new Date((ordinal - EPOCH) * 864e5);

function ordinalOf(year, month) {
  const when = new Date(0);
  when.setUTCFullYear(year, month, 1);
  return Math.round(when / 864e5) + EPOCH;
}

// How a unit is counted, and on which day a count begins. Ordinal 1 is a Monday, so weeks begin on Mondays.
const COUNT = {
  day: [(day) => day - 1, (count) => count + 1],
  month: [(day) => dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth(), (count) => ordinalOf(Math.floor(count / 12), count % 12)],
  year: [(day) => dateOf(day).getUTCFullYear(), (count) => ordinalOf(count, 0)],
};

function cells(segment, perDay, width, unit, step) {
  const [countOf, beginOf] = COUNT[unit];
  const from = segment.first + Math.max(0, Math.floor((-segment.left - INSET) / perDay));
  const to = Math.min(segment.last + 1, segment.first + Math.ceil((width - segment.left - INSET) / perDay));
  const found = [];
  const place = (day) => segment.left + INSET + (day - segment.first) * perDay;
  for (let count = Math.floor(countOf(from) / step) * step; beginOf(count) < to; count += step) {
    const begins = beginOf(count);
    const after = Math.min(beginOf(count + step), segment.last + 1);
    found.push({ begins, left: place(Math.max(begins, segment.first)), right: place(after), whole: begins >= segment.first });
  }
  return found;
}

function nameOf(day, unit) {
  const when = dateOf(day);
  if (unit === "day") return String(when.getUTCDate());
  return unit === "month" ? MONTHS[when.getUTCMonth()].slice(0, 3) : String(when.getUTCFullYear());
}

function context(cell, unit) {
  const when = dateOf(cell.begins);
  if (unit === "year") return [String(when.getUTCFullYear())];
  const name = MONTHS[when.getUTCMonth()];
  return [`${name} ${when.getUTCFullYear()}`, `${name.slice(0, 3)} ${when.getUTCFullYear()}`];
}

// The ticks of a stretch that is in view: {x, text} in the middle or at the beginning of their cell, and lines where cells begin.
function ticks(scale, segment) {
  const perDay = scale.perDay(segment);
  const [unit, step] = STEPS.find(([unit, step]) => perDay * DAYS[unit] * step >= ROOM[unit]) ?? STEPS.at(-1);
  const fine = [];
  const lines = [];
  for (const { begins, left, right, whole } of cells(segment, perDay, scale.width, unit, step)) {
    const text = nameOf(begins, unit);
    const half = (text.length * LETTER) / 2;
    if (whole) lines.push(left);
    const alone = step === 1 ? (left + right) / 2 : unit === "day" ? left + perDay / 2 : left;
    const x = Math.max(alone, segment.left + half);
    const fits = x - half >= -2 && x + half <= Math.min(segment.right, scale.width) + 2;
    if (fits && (whole || (step === 1 && right - left > 2 * half))) fine.push({ x, text });
  }
  // A lone word does not tell where a stretch begins; the month that it begins in does.
  if (unit === "month" && fine.length < 2) return { fine: [], lines, context: beginning(scale, segment) };
  return { fine, lines, context: contexts(scale, segment, perDay, { day: "month", month: "year" }[unit]) };
}

function contexts(scale, segment, perDay, unit) {
  if (!unit) return [];
  const found = [];
  for (const cell of cells(segment, perDay, scale.width, unit, 1)) {
    const x = Math.max(cell.left, segment.left, 0) + 2;
    const end = Math.min(cell.right, segment.right + GAP, scale.width);
    const text = context(cell, unit).find((name) => x + name.length * LETTER + 6 <= end);
    if (text) found.push({ x, text });
  }
  return found.length ? found : beginning(scale, segment);
}

function beginning(scale, segment) {
  return [{ x: Math.max(segment.left, 0) + 2, text: context({ begins: segment.first }, "month").at(-1) }];
}
