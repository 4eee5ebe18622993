// The rows of the table. A job that is still there keeps its row, and a cell that says the same
// keeps its text: focus, selection and scroll position survive a live view.

import { element, foreign, icon } from "./dom.js";
import { dateTime, duration, iso, millis } from "./times.js";

const REASON_SHOWN = 180;

// In pixels: no row is lower, and what is above the rows takes at least so much of a screen.
const ROW_HEIGHT = 32;
const ABOVE_ROWS = 256;
const LEAST_ROWS = 10;

export const STATUS_NAMES = { InProgress: "In progress" };

/** The badge of a status. */
export function badge(status) {
  const known = document.getElementById(`icon-${status}`) !== null && /^[A-Z]/.test(status);
  return element(
    "span",
    { class: `badge ${known ? status : "other"}` },
    icon(known ? status : "other"),
    element("span", {}, STATUS_NAMES[status] ?? status),
  );
}

/** How long a job took, or has been running by `now`. */
export function took(job, now) {
  const end = job.ProcessingEndTime === undefined ? now : millis(job.ProcessingEndTime);
  return end - millis(job.CreationTime);
}

export class JobTable {
  #body;
  #address;
  #rows = new Map();
  #frame;

  /** `address` makes the address of a job's drawer. */
  constructor(body, address) {
    this.#body = body;
    this.#address = address;
  }

  /**
   * Shows these jobs and no others. With `gradually` no frame is given more rows than fill the screen: the top of
   * a page that was asked for is there at once, and the rest before anybody has scrolled to it.
   */
  show(jobs, zone, now, { gradually = false } = {}) {
    cancelAnimationFrame(this.#frame);
    const count = gradually ? screenful() : jobs.length;
    const putFrom = (start) => {
      const end = start + count;
      this.#put(jobs.slice(start, end), start, zone, now);
      const more = end < jobs.length;
      this.#body.parentNode.setAttribute("aria-busy", more);
      if (more) {
        this.#frame = requestAnimationFrame(() => this.#keepingFocus(() => putFrom(end)));
      }
    };
    this.#keepingFocus(() => {
      this.#removeAllBut(jobs);
      putFrom(0);
    });
  }

  #removeAllBut(jobs) {
    const wanted = new Set(jobs.map((job) => job.ProcessingJobArn));
    for (const [arn, row] of this.#rows) {
      if (!wanted.has(arn)) {
        row.element.remove();
        this.#rows.delete(arn);
      }
    }
  }

  #put(jobs, start, zone, now) {
    let next = this.#body.rows[start] ?? null;
    for (const job of jobs) {
      const row = this.#row(job.ProcessingJobArn);
      row.update(job, zone, now, this.#address(job.ProcessingJobName));
      if (row.element === next) {
        next = next.nextElementSibling;
      } else {
        this.#body.insertBefore(row.element, next);
      }
    }
  }

  #row(arn) {
    if (!this.#rows.has(arn)) {
      this.#rows.set(arn, new Row());
    }
    return this.#rows.get(arn);
  }

  /** What has the focus keeps it; if its row goes, the one in its place has it, or the last one that is there yet. */
  #keepingFocus(change) {
    const focused = document.activeElement;
    const index = this.#body.contains(focused) ? focused.closest("tr").sectionRowIndex : -1;
    change();
    if (index >= 0 && document.activeElement !== focused) {
      const rows = this.#body.rows;
      const there = focused.isConnected ? focused : rows[Math.min(index, rows.length - 1)]?.querySelector("a");
      there?.focus({ preventScroll: true });
    }
  }
}

class Row {
  #link = element("a", {});
  #cells = {
    status: element("td", { class: "status" }),
    reason: element("div", { class: "reason" }),
    created: element("td", { class: "created" }),
    took: element("td", { class: "took" }),
    ended: element("td", { class: "ended" }),
    modified: element("td", { class: "modified" }),
  };
  #shown = {};
  element;

  constructor() {
    const { status, reason, created, took: lasted, ended, modified } = this.#cells;
    const name = element("th", { class: "job", scope: "row" }, this.#link, reason);
    this.element = element("tr", {}, status, name, created, lasted, ended, modified);
  }

  update(job, zone, now, address) {
    this.#fill("name", job.ProcessingJobName, () => this.#link.replaceChildren(foreign(job.ProcessingJobName)));
    this.#link.setAttribute("href", address);
    this.#link.dataset.job = job.ProcessingJobName;
    this.#fill("status", job.ProcessingJobStatus, () => {
      this.element.dataset.status = job.ProcessingJobStatus;
      this.#cells.status.replaceChildren(badge(job.ProcessingJobStatus));
    });
    const reason = job.FailureReason ?? job.ExitMessage ?? "";
    this.#fill("reason", reason, () => this.#cells.reason.replaceChildren(...(reason ? [foreign(short(reason))] : [])));
    const lasted = duration(took(job, now));
    this.#fill("took", lasted, () => this.#cells.took.replaceChildren(lasted));
    this.#time("ended", job.ProcessingEndTime, zone);
    this.#time("modified", job.LastModifiedTime, zone);
    this.#time("created", job.CreationTime, zone, element("span", { class: "also-took" }, lasted), lasted);
  }

  #time(cell, seconds, zone, also = "", alsoText = "") {
    const key = `${seconds} ${zone} ${alsoText}`;
    this.#cells[cell].title = seconds === undefined ? "" : iso(millis(seconds));
    const parts = seconds === undefined ? ["–"] : [timeElement(millis(seconds), zone), also];
    this.#fill(cell, key, () => this.#cells[cell].replaceChildren(...parts));
  }

  #fill(cell, value, fill) {
    if (this.#shown[cell] !== value) {
      this.#shown[cell] = value;
      fill();
    }
  }
}

/** As many rows as can be seen at once, or a few more. */
function screenful() {
  return Math.max(LEAST_ROWS, Math.ceil((innerHeight - ABOVE_ROWS) / ROW_HEIGHT));
}

function timeElement(time, zone) {
  const [day, hour] = dateTime(time, zone).split(" ");
  return element("time", { datetime: iso(time) }, `${day} `, element("span", {}, hour));
}

function short(text) {
  const characters = Array.from(text.slice(0, 2 * REASON_SHOWN));
  return characters.length > REASON_SHOWN ? `${characters.slice(0, REASON_SHOWN).join("")}…` : text;
}
