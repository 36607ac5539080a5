// What the reader does: choose an event, filter, zoom; the rest of the script only draws.

const data = JSON.parse(document.getElementById("data").textContent);
const items = [...document.querySelectorAll("li.event")];
const events = data.events.map((event, index) => ({ ...event, ...items[index].dataset, index, item: items[index] }));
const pane = document.querySelector(".articles");
const texts = [...document.querySelectorAll("article.text")];
const selects = [...document.querySelectorAll(".filters select")];
const chooser = document.getElementById("article");
const help = document.getElementById("help");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const track = new Track(data, events);
let chosen = null;

// --- choosing an event -------------------------------------------------------------------------------------------------

function unchoose() {
  if (!chosen) return;
  chosen.item.classList.remove("on");
  chosen.item.querySelector(".row").removeAttribute("aria-current");
  for (const marked of document.querySelectorAll(".articles .on")) marked.classList.remove("on");
  document.documentElement.classList.remove("chosen");
  chosen = null;
  history.replaceState(null, "", location.pathname + location.search);
}

// `stay` keeps the article where it is, for who has clicked in it.
function choose(event, { stay = false, focus = false } = {}) {
  if (event.item.hidden) clear();
  unchoose();
  chosen = event;
  const row = event.item.querySelector(".row");
  event.item.classList.add("on");
  row.setAttribute("aria-current", "true");
  document.documentElement.classList.add("chosen");
  for (const marked of pane.querySelectorAll(`[data-events~="${event.index}"], [data-event="${event.index}"]`)) marked.classList.add("on");
  history.replaceState(null, "", row.getAttribute("href"));
  if (!track.sees(event)) track.centre(event);
  if (!stay && event.best !== null) seek(document.getElementById(`mention-${event.index}-${event.best}`));
  if (focus) row.focus({ preventScroll: true });
  event.item.scrollIntoView({ block: "nearest" });
}

function seek(mention) {
  if (!mention) return;
  open(mention.closest("article"));
  const top = mention.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTo({ top: top - pane.clientHeight / 3, behavior: calm.matches ? "auto" : "smooth" });
}

function open(article) {
  for (const text of texts) text.hidden = text !== article;
  chooser.value = texts.indexOf(article);
}

function walk(step) {
  const shown = events.filter((event) => !event.item.hidden);
  const at = shown.indexOf(chosen);
  const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
  if (shown[next]) choose(shown[next], { focus: true });
}

function follow() {
  const event = events.find(({ item }) => item.id === decoded(location.hash.slice(1)));
  if (event && event !== chosen) choose(event);
}

// A link that somebody broke is no name of an event, and no error.
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

// --- filters -----------------------------------------------------------------------------------------------------------

function filter() {
  const wanted = selects.map((select) => (select.value === "" ? null : Number(select.value)));
  for (const event of events) {
    event.item.hidden = !wanted.every((value, facet) => value === null || event.keys[facet].includes(value));
    for (const link of pane.querySelectorAll(`[data-event="${event.index}"]`)) link.classList.toggle("off", event.item.hidden);
  }
  const shown = events.filter((event) => !event.item.hidden).length;
  document.getElementById("shown").textContent = `${shown} of ${events.length} events`;
  document.querySelector(".none").hidden = shown > 0 || events.length === 0;
  document.getElementById("clear").disabled = wanted.every((value) => value === null);
  if (chosen?.item.hidden) unchoose();
  track.draw();
}

function clear() {
  for (const select of selects) select.value = "";
  filter();
}

// --- time --------------------------------------------------------------------------------------------------------------

function zoom(factor, x) {
  if (!track.scale) return;
  track.scale.zoomTo(track.scale.zoom * factor, x ?? (chosen && chosen.spans.length ? track.spans(chosen)[0].from : track.scale.width / 2));
  track.draw();
}

function pan(pixels) {
  if (!track.scale) return;
  track.scale.pan(pixels);
  track.draw();
}

// Brings the list to where the axis is: when no row on the screen has its mark in view, to the first that has.
function catchUp() {
  const seen = events.filter((event) => !event.item.hidden && event.spans.length && track.sees(event));
  const onScreen = ({ item }) => item.getBoundingClientRect().bottom > 120 && item.getBoundingClientRect().top < innerHeight;
  if (seen.length && !seen.some(onScreen)) seen[0].item.scrollIntoView({ block: "start" });
}

const fingers = new Map();
let moved = 0;
const overTrack = (event) => event.target.closest(".track, .axis");
const placeOf = (event) => event.clientX - track.axis.getBoundingClientRect().left;

function press(event) {
  if (!overTrack(event) || event.button) return;
  fingers.set(event.pointerId, event.clientX);
  moved = 0;
}

function drag(event) {
  if (!fingers.has(event.pointerId)) return;
  const before = fingers.get(event.pointerId);
  const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
  fingers.set(event.pointerId, event.clientX);
  moved += Math.abs(event.clientX - before);
  if (other !== undefined) {
    const ratio = Math.abs(event.clientX - other) / Math.max(Math.abs(before - other), 1);
    zoom(ratio, (event.clientX + other) / 2 - track.axis.getBoundingClientRect().left);
  } else if (moved > 3) pan(event.clientX - before);
}

function release(event) {
  if (fingers.delete(event.pointerId) && moved > 3) catchUp();
}

function wheel(event) {
  if (!overTrack(event)) return;
  if (event.ctrlKey) zoom(Math.exp(-event.deltaY / 300), placeOf(event));
  else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(-event.deltaX);
  else return;
  event.preventDefault();
}

// --- what the reader presses ---------------------------------------------------------------------------------------------

const steps = { in: () => zoom(1.6), out: () => zoom(1 / 1.6), fit: () => track.scale && track.fit() };
const pressed = (name) => () => { steps[name](); catchUp(); };
const KEYS = {
  j: () => walk(1), k: () => walk(-1), ArrowDown: () => walk(1), ArrowUp: () => walk(-1),
  ArrowLeft: () => pan(80), ArrowRight: () => pan(-80),
  "+": pressed("in"), "=": pressed("in"), "-": pressed("out"), "−": pressed("out"), 0: pressed("fit"),
  "/": () => selects[0]?.focus(), "?": () => help.showModal(), Escape: unchoose,
};

function type(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const inField = event.target.closest("select");
  if (inField && event.key === "Escape") return inField.blur();
  // Arrows scroll the article for who reads it.
  if (inField || !(event.key in KEYS) || (event.key.startsWith("Arrow") && event.target.closest(".articles"))) return;
  event.preventDefault();
  KEYS[event.key]();
}

function click(event) {
  const trigger = event.target.closest("a[data-event]");
  const mention = event.target.closest("a.mention");
  const item = event.target.closest("li.event");
  if (trigger) choose(events[trigger.dataset.event], { stay: true });
  else if (mention) seek(document.getElementById(mention.hash.slice(1)));
  else if (item && (event.target.closest(".row") || (event.target.closest(".track") && moved <= 3))) choose(events[items.indexOf(item)]);
  else return;
  event.preventDefault();
}

function start() {
  chooser.append(...texts.map((text, index) => new Option(text.dataset.label, index)));
  chooser.parentElement.hidden = texts.length < 2;
  open(texts[0]);
  document.querySelector(".key").append(...key(events));
  document.documentElement.classList.toggle("timeless", !track.scale);
  filter();
  follow();
}

document.addEventListener("click", click);
document.addEventListener("keydown", type);
document.addEventListener("pointerdown", press);
document.addEventListener("pointermove", drag);
for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, release);
document.addEventListener("wheel", wheel, { passive: false });
addEventListener("hashchange", follow);
new ResizeObserver(() => track.draw()).observe(track.axis);
for (const name of Object.keys(steps)) document.getElementById(name).addEventListener("click", pressed(name));
for (const select of selects) select.addEventListener("change", filter);
chooser.addEventListener("change", () => { open(texts[chooser.value]); pane.scrollTop = 0; });
document.getElementById("clear").addEventListener("click", clear);
document.getElementById("close").addEventListener("click", unchoose);
document.getElementById("ask").addEventListener("click", () => help.showModal());
document.getElementById("theme").addEventListener("click", () => {
  const dark = getComputedStyle(document.documentElement).colorScheme.trim() === "dark" ||
    (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "light" : "dark";
});
start();
