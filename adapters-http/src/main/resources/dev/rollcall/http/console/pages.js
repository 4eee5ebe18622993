// Where the reader is: the view, and the tokens of the pages before it. The browser's own history
// keeps both, so its Back button works, and a page that is loaded again knows its way back.

import { read, write } from "./address.js";

// How many pages one can go back, step by step. There is a limit, so that a long walk does not grow.
const REMEMBERED = 200;

let view;
let earlier = [];

export function current() {
  return view;
}

/** Takes the view from the address; returns what of the address was left out. */
export function arrive() {
  const found = read(location.search);
  view = found.view;
  earlier = Array.isArray(history.state?.earlier) ? history.state.earlier : [];
  return found.ignored;
}

/** Goes to another view. With `replace`, Back does not lead to the present one. */
export function go(to, { replace = false, before = [], opened = false } = {}) {
  view = to;
  earlier = before;
  history[replace ? "replaceState" : "pushState"]({ earlier, opened }, "", write(view));
}

/** The page that a token leads to; `now` if the filters depend on the time the walk began. */
export function next(token, now) {
  const before = [...earlier, view.NextToken].slice(-REMEMBERED);
  go({ ...view, NextToken: token, Page: String(pageNumber() + 1), Now: now }, { before });
}

export function previous() {
  const token = earlier.at(-1);
  const start = token === "" ? { Page: "1", Now: "" } : { Page: String(pageNumber() - 1) };
  go({ ...view, NextToken: token, ...start }, { before: earlier.slice(0, -1) });
}

export function first({ replace = false } = {}) {
  go({ ...view, NextToken: "", Page: "1", Now: "" }, { replace });
}

/** Whether the page before this one is known. It is not in an address that somebody shared. */
export function canStepBack() {
  return earlier.length > 0;
}

export function isFirst() {
  return view.NextToken === "";
}

export function pageNumber() {
  return Math.max(1, Math.trunc(Number(view.Page)) || 1);
}

/** Changes how the same jobs are shown. */
export function showing(change) {
  go({ ...view, ...change }, { replace: true, before: earlier, opened: history.state?.opened });
}

/** Opens a job beside the listing. */
export function openJob(name) {
  go({ ...view, Job: name }, { before: earlier, opened: true });
}

/** Closes it: one step back, unless the page was opened with it. */
export function closeJob() {
  if (history.state?.opened) {
    history.back();
  } else {
    go({ ...view, Job: "" }, { replace: true, before: earlier });
  }
}
