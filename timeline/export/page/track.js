// The axis above the list and the mark of each event beside its row, at the zoom and place of the scale.

const HEIGHT = 28;
const AXIS = 58;

class Track {
  constructor(data, events) {
    this.events = events;
    this.published = data.published;
    this.scale = data.segments.length ? new Scale(data.segments) : null;
    this.axis = document.querySelector(".axis");
    this.ground = shape("svg", { class: "ground" });
    document.querySelector(".behind").append(this.ground);
    for (const event of events) {
      event.track = shape("svg", { class: "track", height: HEIGHT, "aria-hidden": "true" });
      event.item.querySelector(".row").after(event.track);
    }
  }

  // Only what is shown is drawn; hidden rows are drawn when they come back.
  draw() {
    if (!this.scale) return;
    this.scale.resize(this.axis.clientWidth);
    this.drawAxis();
    for (const event of this.events) if (!event.item.hidden) event.track.replaceChildren(...this.row(event));
  }

  drawAxis() {
    const { scale } = this;
    const words = shape("svg", { width: scale.width, height: AXIS });
    this.ground.replaceChildren();
    this.ground.setAttribute("width", scale.width);
    scale.segments.forEach((segment, i) => {
      const { left, right } = segment;
      if (right < 0 || left > scale.width) return;
      const found = ticks(scale, segment);
      this.ground.append(shape("rect", { x: left, width: right - left, height: "100%", class: "panel" }));
      for (const x of found.lines) if (x > left + 1) this.ground.append(line(x, "0", "100%", "grid"));
      for (const { x, text } of found.fine) words.append(shape("text", { x, y: 47, class: "fine" }, text));
      for (const { x, text } of found.context) words.append(shape("text", { x, y: 31, class: "context" }, text));
      words.append(path(`M${left} ${AXIS - 1}H${right}`, "rule"));
      if (i) words.append(path(`M${left - 12} ${AXIS - 1}l4 -8m2 8l4 -8`, "rule"));
    });
    this.drawPublished(words);
    this.axis.replaceChildren(words);
  }

  drawPublished(words) {
    const { scale, published } = this;
    const places = published.map((day) => scale.at(day + 0.5)).filter((x) => x >= 0 && x <= scale.width);
    if (published.length === 1 && places.length) {
      const [x] = places;
      const when = dateOf(published[0]);
      const text = `published ${when.getUTCDate()} ${MONTHS[when.getUTCMonth()].slice(0, 3)} ${when.getUTCFullYear()}`;
      const half = (text.length * LETTER) / 2;
      words.append(shape("text", { x: Math.min(Math.max(x, half), scale.width - half), y: 13, class: "fine told-on" }, text));
      words.prepend(line(x, 17, AXIS, "published"));
      this.ground.append(line(x, "0", "100%", "published"));
    } else if (places.length) {
      words.append(shape("text", { x: 2, y: 13, class: "told-on" }, "▾ articles published"));
      for (const x of places) words.append(path(`M${x - 3.5} ${AXIS - 7}h7l-3.5 6z`, "flag"));
    }
  }

  spans(event) {
    const { scale } = this;
    return event.spans.map(([first, last]) => {
      if (first !== null && first === last && (event.basis !== "bounded" || event.disputed)) {
        const middle = scale.at(first + 0.5);
        return { from: middle, to: middle };
      }
      let from = first === null ? null : scale.at(first) + RADIUS;
      let to = last === null ? null : scale.at(last + 1) - RADIUS;
      const [openLeft, openRight] = [from === null, to === null];
      from ??= to;
      to ??= from;
      if (to < from) from = to = (from + to) / 2;
      return { from, to, openLeft, openRight };
    });
  }

  row(event) {
    const y = HEIGHT / 2;
    const { width } = this.scale;
    event.track.setAttribute("width", width);
    if (!event.spans.length) return [shape("text", { x: 6, y: y + 5, class: "unknown" }, "?")];
    const spans = this.spans(event);
    const left = Math.min(...spans.map((s) => s.from - (s.openLeft ? ARROW : 0))) - RADIUS;
    const right = Math.max(...spans.map((s) => s.to + (s.openRight ? ARROW : 0))) + RADIUS;
    if (right < 0) return [path(`M10 ${y - 5}l-5 5l5 5`, "away")];
    if (left > width) return [leader(width - 14, y), path(`M${width - 10} ${y - 5}l5 5l-5 5`, "away")];
    const sign = event.disputed ? ghosts(spans, y) : mark(spans[0], event.basis, event.status, event.about, y);
    return [leader(left - 4, y), sign];
  }

  // Whether some of the event is in view; an event without a date is nowhere, and so never out of view.
  sees(event) {
    if (!this.scale || !event.spans.length) return true;
    return this.spans(event).some(({ from, to }) => to >= 0 && from <= this.scale.width);
  }

  centre(event) {
    const [{ from, to }] = this.spans(event);
    this.scale.pan(this.scale.width / 2 - (from + to) / 2);
    this.draw();
  }

  fit() {
    const days = this.events.filter((event) => !event.item.hidden).flatMap((event) => event.spans.flat().filter((day) => day !== null));
    const all = days.length === 0 || this.events.every((event) => !event.item.hidden);
    if (all) this.scale.zoom = 1;
    else this.scale.show(Math.min(...days), Math.max(...days) + 1);
    this.draw();
  }
}

const line = (x, y1, y2, name) => shape("line", { x1: x, x2: x, y1, y2, class: name });
const leader = (to, y) => shape("line", { x1: 0, x2: Math.max(to, 0), y1: y, y2: y, class: "leader" });
