// The view of the page as the address bar has it, so that a view can be shared. The parameters have
// the names that the API has for them; Page, Now, Zone, Live, Region and Job are the page's own.

import { isTime, resolve } from "./times.js";

export const TIMES = ["CreationTimeAfter", "CreationTimeBefore", "LastModifiedTimeAfter", "LastModifiedTimeBefore"];
export const FILTERS = ["NameContains", "StatusEquals", ...TIMES];

const DEFAULTS = {
  ...Object.fromEntries(FILTERS.map((name) => [name, ""])),
  SortBy: "CreationTime",
  SortOrder: "Descending",
  MaxResults: "25",
  NextToken: "",
  Page: "1",
  Now: "",
  Zone: "",
  Live: "",
  Region: "",
  Job: "",
};

/** The first page of everything. */
export const EVERYTHING = Object.freeze(DEFAULTS);

/** The view that an address describes, and what of it is no time and so was left out. */
export function read(search) {
  const view = { ...DEFAULTS };
  const ignored = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (!(name in DEFAULTS)) {
      continue;
    }
    if ((TIMES.includes(name) || name === "Now") && value !== "" && !isTime(value)) {
      ignored.push(`${name}=${value}`);
    } else {
      view[name] = value;
    }
  }
  return { view, ignored };
}

/** The address of a view, without what is as usual. */
export function write(view) {
  const parameters = new URLSearchParams();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    if (view[name] !== usual) {
      parameters.set(name, view[name]);
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : location.pathname;
}

/** Another view, which begins at its first page. */
export function changed(view, change) {
  return { ...view, NextToken: "", Page: "1", Now: "", ...change };
}

/** Whether anything narrows the listing. */
export function isFiltered(view) {
  return FILTERS.some((name) => view[name] !== "");
}

/** The request that asks for the jobs of a view. */
export function request(view, now, maxResults = Number(view.MaxResults)) {
  const input = { MaxResults: maxResults, SortBy: view.SortBy, SortOrder: view.SortOrder };
  for (const name of ["NameContains", "StatusEquals", "NextToken"]) {
    if (view[name] !== "") {
      input[name] = view[name];
    }
  }
  for (const name of TIMES) {
    if (view[name] !== "") {
      input[name] = resolve(view[name], now) / 1000;
    }
  }
  return input;
}
