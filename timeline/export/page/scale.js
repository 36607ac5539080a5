// Days to places on the track: stretches of time set apart where much time passes, all zoomed alike.
// A day is its ordinal: day 1 is 1 January of the year 1, as Python counts. Half a day later is its middle.

const GAP = 14;
const INSET = 7;
const LEAST = 54;
const WIDEST_DAY = 120;

class Scale {
  constructor(segments) {
    this.stretches = segments;
    this.zoom = 1;
    this.offset = 0;
    this.resize(300);
  }

  resize(width) {
    this.width = width;
    const room = width - GAP * (this.stretches.length - 1);
    const least = Math.min(LEAST, room / this.stretches.length);
    const weights = this.stretches.map(([, , count]) => Math.max(count - 1, 0.5));
    const spare = (room - least * weights.length) / weights.reduce((a, b) => a + b, 0);
    this.widths = weights.map((weight) => least + spare * weight);
    const finest = this.stretches.map(([first, last], i) => (this.widths[i] - 2 * INSET) / (last + 1 - first));
    this.most = Math.max(1, WIDEST_DAY / Math.min(...finest));
    this.arrange();
  }

  arrange() {
    this.zoom = Math.min(Math.max(this.zoom, 1), this.most);
    let at = 0;
    this.segments = this.stretches.map(([first, last], i) => {
      const left = at;
      at += this.widths[i] * this.zoom + GAP;
      return { first, last, left, right: at - GAP };
    });
    this.offset = Math.min(Math.max(this.offset, 0), at - GAP - this.width);
    for (const segment of this.segments) {
      segment.left -= this.offset;
      segment.right -= this.offset;
    }
  }

  at(moment) {
    const later = this.segments.findLast((segment) => segment.first <= moment) ?? this.segments[0];
    return later.left + INSET + Math.min((moment - later.first) * this.perDay(later), later.right - later.left - 2 * INSET);
  }

  perDay(segment) {
    return (segment.right - segment.left - 2 * INSET) / (segment.last + 1 - segment.first);
  }

  zoomTo(zoom, x) {
    const segment = this.segments.findLast(({ left }) => left <= x) ?? this.segments[0];
    const index = this.segments.indexOf(segment);
    const share = Math.min((x - segment.left) / (segment.right - segment.left), 1);
    this.zoom = zoom;
    this.arrange();
    const now = this.segments[index];
    this.pan(x - (now.left + share * (now.right - now.left)));
  }

  pan(pixels) {
    this.offset -= pixels;
    this.arrange();
  }

  show(first, last) {
    this.zoom = 1;
    this.arrange();
    const wide = this.at(last) - this.at(first) + 4 * INSET;
    this.zoom = this.width / wide;
    this.arrange();
    this.pan(this.width / 2 - (this.at(first) + this.at(last)) / 2);
  }
}
