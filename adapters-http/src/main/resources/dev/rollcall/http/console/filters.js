// The form above the table: shows the filters of the view, and makes a view of what a person enters.

import { changed, isFiltered, TIMES } from "./address.js";
import { byId, element, show } from "./dom.js";
import { fromInput, iso, resolve, toInput, zoneOf } from "./times.js";

const FIELDS = ["CreationTime", "LastModifiedTime"];
const PRESETS = [
  ["", "Any time"],
  ["-1h", "Last hour"],
  ["-24h", "Last 24 h"],
  ["-7d", "Last 7 days"],
  ["-30d", "Last 30 days"],
];
const EXACTLY = "exactly";
const SIZES = ["10", "25", "50", "100"];
const TYPING = 400;

export class Filters {
  #view;
  #go;
  #typing;

  /** `go` is called with another view, and whether it is one more letter of the last one. */
  constructor(go) {
    this.#go = go;
    for (const field of FIELDS) {
      const choices = [...PRESETS, [EXACTLY, "Between …"]];
      byId(field).append(...choices.map(([value, text]) => element("option", { value }, text)));
      byId(field).addEventListener("change", () => this.#preset(field));
    }
    byId("MaxResults").append(...SIZES.map((size) => element("option", {}, size)));
    for (const name of ["StatusEquals", "MaxResults"]) {
      byId(name).addEventListener("change", () => this.#change({ [name]: byId(name).value }));
    }
    for (const name of TIMES) {
      byId(name).addEventListener("change", () => this.#exactly(name));
    }
    byId("NameContains").addEventListener("input", () => this.#type());
    byId("NameContains").addEventListener("change", () => this.#typed());
    byId("filters").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#typed();
    });
    byId("clear").addEventListener("click", () => this.clear());
  }

  /** No filter any more. */
  clear() {
    clearTimeout(this.#typing);
    this.#change(Object.fromEntries(["NameContains", "StatusEquals", ...TIMES].map((name) => [name, ""])));
    byId("NameContains").focus();
  }

  /** Shows the filters of a view; what a person is typing stays. */
  reflect(view) {
    this.#view = view;
    clearTimeout(this.#typing);
    setValue(byId("NameContains"), view.NameContains);
    for (const name of ["StatusEquals", "MaxResults"]) {
      choose(byId(name), view[name]);
    }
    for (const field of FIELDS) {
      this.#reflectTimes(field, view);
    }
    show(byId("clear"), isFiltered(view));
  }

  #reflectTimes(field, view) {
    const after = view[`${field}After`];
    const before = view[`${field}Before`];
    const preset = before === "" && PRESETS.some(([value]) => value === after);
    byId(field).value = preset ? after : EXACTLY;
    show(byId(`${field}Range`), !preset);
    for (const name of [`${field}After`, `${field}Before`]) {
      const now = Date.parse(view.Now) || Date.now();
      setValue(byId(name), view[name] === "" ? "" : toInput(resolve(view[name], now), zoneOf(view)));
    }
  }

  #preset(field) {
    const value = byId(field).value;
    if (value !== EXACTLY) {
      this.#change({ [`${field}After`]: value, [`${field}Before`]: "" });
      return;
    }
    show(byId(`${field}Range`), true);
    byId(`${field}After`).focus();
  }

  #exactly(name) {
    const text = byId(name).value;
    const time = text === "" ? NaN : fromInput(text, zoneOf(this.#view));
    this.#change({ [name]: Number.isNaN(time) ? "" : iso(time) });
  }

  #type() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#typed(true), TYPING);
  }

  #typed(goingOn = false) {
    clearTimeout(this.#typing);
    const NameContains = byId("NameContains").value;
    if (NameContains !== this.#view.NameContains) {
      this.#change({ NameContains }, goingOn && this.#view.NameContains !== "");
    }
  }

  #change(change, replace = false) {
    this.#go(changed(this.#view, change), replace);
  }
}

/** Leaves the field alone if it says that already: the cursor stays where it is. */
function setValue(input, value) {
  if (input.value !== value) {
    input.value = value;
  }
}

/** Chooses a value, even one that the page does not offer: the server has the say. */
function choose(select, value) {
  const offered = Array.from(select.options).find((option) => option.value === value);
  select.querySelector("[data-foreign]")?.remove();
  if (!offered || offered.dataset.foreign !== undefined) {
    select.append(element("option", { value, "data-foreign": "" }, value));
  }
  select.value = value;
}
