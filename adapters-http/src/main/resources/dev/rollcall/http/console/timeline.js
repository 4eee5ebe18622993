// The picture of a page: a bar for each job, from its creation to its end, over an axis of time.

import { arrange, drawing, element, setAttributes } from "./dom.js";
import { STATUS_NAMES, took } from "./table.js";
import { dateTime, duration, millis, offset, tick } from "./times.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR,
  DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY, 365 * DAY,
];

const AXIS = 20;
const HEIGHT = 160;
const HEIGHT_ON_PHONES = 90;
const PHONE = 640;
const THICKEST = 8;
const THINNEST = 2;
const NARROWEST = 4;
// Bars may overlap there, so that a long page leaves room for its jobs.
const LEAST_ROW_ON_PHONES = 1;
const TICK_WIDTH = 90;

export class Timeline {
  #figure;
  #open;
  #drawn;
  #axis = drawing("g");
  #bars = drawing("g");
  #picture = drawing("svg", { role: "img" }, this.#axis, this.#bars);

  // By the ARNs of their jobs. A job that is still there keeps its bar.
  #barOf = new Map();

  /** `open` is called with the name of a job whose bar was clicked. */
  constructor(figure, open) {
    this.#figure = figure;
    this.#open = open;
    figure.append(element("figcaption", {}, "From creation to end"), this.#picture);
    figure.addEventListener("click", (event) => {
      const bar = event.target.closest("[data-job]");
      if (bar) {
        this.#open(bar.dataset.job);
      }
    });
    let width = 0;
    new ResizeObserver(() => {
      if (this.#drawn && figure.clientWidth !== width) {
        width = figure.clientWidth;
        this.draw(...this.#drawn);
      }
    }).observe(figure);
  }

  draw(jobs, zone, now) {
    this.#drawn = [jobs, zone, now];
    this.#figure.hidden = jobs.length === 0;
    if (jobs.length === 0) {
      this.#showBars(new Map());
      return;
    }
    const spans = jobs.map((job) => span(job, now));
    const from = Math.min(...spans.map((s) => s.from));
    const to = Math.max(...spans.map((s) => s.to), from + MINUTE);
    const width = Math.max(200, this.#figure.clientWidth - 2);
    const [most, least] = width < PHONE ? [HEIGHT_ON_PHONES, LEAST_ROW_ON_PHONES] : [HEIGHT, THINNEST + 1];
    const row = Math.max(least, Math.min(THICKEST + 3, most / jobs.length));
    const height = Math.ceil(row * jobs.length) + AXIS;
    const x = (time) => ((time - from) / (to - from)) * (width - 16) + 8;
    setAttributes(
      this.#picture, { width, height, viewBox: `0 0 ${width} ${height}`, "aria-label": label(spans, from, to, zone) });
    this.#axis.replaceChildren(
      ...ticks(from, to, width, zone).map(([time, text]) => tickMark(x(time), height, text, width)));
    this.#showBars(new Map(spans.map((s, index) => {
      const bar = this.#barOf.get(s.job.ProcessingJobArn) ?? drawing("rect", {}, drawing("title"));
      update(bar, s, x, index * row + 1, row);
      return [s.job.ProcessingJobArn, bar];
    })));
  }

  #showBars(bars) {
    this.#barOf = bars;
    arrange(this.#bars, Array.from(bars.values()));
  }
}

function span(job, now) {
  const from = millis(job.CreationTime);
  return { job, from, to: Math.max(from, from + took(job, now)) };
}

function update(bar, { job, from, to }, x, y, row) {
  const status = job.ProcessingJobStatus;
  const text = `${job.ProcessingJobName}: ${STATUS_NAMES[status] ?? status}, ${duration(to - from)}`;
  setAttributes(bar, {
    class: `bar-${/^\w+$/.test(status) ? status : "other"}`,
    "data-job": job.ProcessingJobName,
    x: x(from).toFixed(1),
    y: y.toFixed(1),
    width: Math.max(NARROWEST, x(to) - x(from)).toFixed(1),
    height: Math.max(THINNEST, row - Math.min(3, row / 3)).toFixed(1),
    rx: Math.min(2, row / 4).toFixed(1),
  });
  bar.firstElementChild.textContent = text;
}

function ticks(from, to, width, zone) {
  const most = Math.max(2, Math.floor(width / TICK_WIDTH));
  const step = STEPS.find((s) => (to - from) / s <= most) ?? STEPS.at(-1) * Math.ceil((to - from) / STEPS.at(-1) / most);
  const ahead = offset(from, zone);
  const found = [];
  for (let time = Math.ceil((from + ahead) / step) * step - ahead; time <= to; time += step) {
    const midnight = (time + ahead) % DAY === 0;
    found.push([time, tick(time, midnight ? DAY : step, zone)]);
  }
  return found;
}

function tickMark(x, height, text, width) {
  const anchor = x < 30 ? "start" : x > width - 30 ? "end" : "middle";
  return drawing(
    "g",
    { class: "tick" },
    drawing("line", { x1: x.toFixed(1), x2: x.toFixed(1), y1: 0, y2: height - AXIS + 4 }),
    drawing("text", { x: x.toFixed(1), y: height - 4, "text-anchor": anchor }, text),
  );
}

function label(spans, from, to, zone) {
  const failed = spans.filter((s) => s.job.ProcessingJobStatus === "Failed").length;
  return (
    `Timeline of ${spans.length} jobs, ${failed} of them failed, ` +
    `from ${dateTime(from, zone)} to ${dateTime(to, zone)}. The table has the same.`
  );
}
