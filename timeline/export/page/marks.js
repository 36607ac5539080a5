// One form for each way of knowing a date, changed by what became of the event: as in the printed picture.
// Stated a disc, derived a diamond, assumed a dotted square, bounded a line between stops; a stretch is the same form drawn out.

const RADIUS = 5.5;
const ARROW = 24;

function shape(name, attributes, ...inside) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

const path = (d, more = "") => shape("path", { d, class: `ink ${more}` });
const arrow = (x, y, length) => `M${x} ${y}h${length}m${length > 0 ? -4 : 4} -3.5l${length > 0 ? 4 : -4} 3.5l${length > 0 ? -4 : 4} 3.5`;

const FORMS = {
  stated: (a, b, y, r) => `M${a} ${y - r}H${b}a${r} ${r} 0 0 1 0 ${2 * r}H${a}a${r} ${r} 0 0 1 0 ${-2 * r}z`,
  derived: (a, b, y, r) => `M${a - r * 1.18} ${y}L${a} ${y - r * 1.18}H${b}L${b + r * 1.18} ${y}L${b} ${y + r * 1.18}H${a}z`,
  assumed: (a, b, y, r) => `M${a - r * 0.92} ${y - r * 0.92}H${b + r * 0.92}V${y + r * 0.92}H${a - r * 0.92}z`,
  bounded: (a, b, y, r) => `M${a - r} ${y}H${b + r}`,
};

// `span` has the middles of the ends, `from` and `to`, and which of them are open.
function mark({ from, to, openLeft, openRight }, basis, status, about, y) {
  const group = shape("g", { class: "mark", "data-basis": basis, "data-status": status });
  const left = from - RADIUS;
  const right = to + RADIUS;
  group.append(path((FORMS[basis] ?? FORMS.stated)(from, to, y, RADIUS), "body"));
  if (basis === "bounded") {
    if (!openLeft) group.append(path(`M${left} ${y - RADIUS}v${2 * RADIUS}`));
    if (!openRight) group.append(path(`M${right} ${y - RADIUS}v${2 * RADIUS}`));
  }
  if (openLeft) group.append(path(arrow(left, y, -ARROW)));
  if (openRight) group.append(path(arrow(right, y, ARROW)));
  if (status === "ongoing") group.append(path(arrow(right + 2, y, 13)));
  if (about) group.append(path(FORMS.stated(from, to, y, RADIUS + 3.5), "halo"));
  if (status === "cancelled" || status === "denied") {
    const slash = `M${(from + to) / 2 - 7} ${y + 7}l14 -14`;
    group.append(path(slash, "slash under"), path(slash, "slash"));
  }
  return group;
}

// Ghosts on each of the days that a disputed event is told with, tied together.
function ghosts(spans, y) {
  const group = shape("g", { class: "mark disputed" });
  const [left, right] = [Math.min(...spans.map((s) => s.from)), Math.max(...spans.map((s) => s.to))];
  group.append(path(`M${left} ${y}H${right}`, "tie"));
  for (const { from, to } of spans) group.append(path(FORMS.stated(from, to, y, RADIUS), "body"));
  return group;
}

const KEY = [
  ["stated", "happened", "stated in the text"],
  ["derived", "happened", "worked out through another event"],
  ["bounded", "happened", "only known to be before or after"],
  ["assumed", "happened", "assumed from the tense"],
  ["plain", "planned", "planned"],
  ["plain", "ongoing", "under way"],
  ["plain", "cancelled", "cancelled or denied"],
  ["plain", "hypothetical", "hypothetical"],
];

// The signs that are in the picture, and no others.
function key(events) {
  const dated = events.filter((event) => event.spans.length && !event.disputed);
  const used = new Set(dated.flatMap(({ basis, status }) => [basis, status === "denied" ? "cancelled" : status]));
  const signs = KEY.filter(([basis, status]) => used.has(basis === "plain" ? status : basis)).map(([basis, status, words]) => {
    const to = basis === "bounded" ? 22 : 8;
    return [mark({ from: 8, to }, basis, status, false, 9), words];
  });
  if (dated.some((event) => event.about)) signs.push([mark({ from: 10, to: 10 }, "plain", "happened", true, 9), "about that day"]);
  if (events.some((event) => event.disputed)) signs.push([ghosts([{ from: 8, to: 8 }, { from: 24, to: 24 }], 9), "told with different dates"]);
  return signs.map(([sign, words]) => {
    const item = document.createElement("li");
    const width = /bounded|disputed|ongoing/.test(sign.dataset.basis + sign.dataset.status + sign.getAttribute("class")) ? 34 : 17;
    item.append(shape("svg", { width, height: 18, "aria-hidden": "true" }, sign), words);
    return item;
  });
}
