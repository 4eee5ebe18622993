// Puts the page together: the address says what to show, and everything a person does changes it.

import { changed, write } from "./address.js";
import { usedKeys } from "./api.js";
import { announce, byId, element, foreign, show } from "./dom.js";
import { Drawer } from "./drawer.js";
import { Filters } from "./filters.js";
import { interval, Listing, walkTime } from "./listing.js";
import { explain } from "./messages.js";
import { reflectSteps } from "./pager.js";
import * as pages from "./pages.js";
import { cancelDownload, offerDownloads } from "./saving.js";
import { SignIn } from "./signin.js";
import { emptiness, problem, summary } from "./states.js";
import { JobTable } from "./table.js";
import { Timeline } from "./timeline.js";
import { dateTime, HERE, zoneOf } from "./times.js";

const LIVE_SECONDS = "5";
const NATURAL_ORDER = { CreationTime: "Descending", Name: "Ascending", Status: "Ascending" };

// The page that is shown: its jobs, the token of the next one, and the time it was asked for.
let jobs = [];
let nextToken;
let loadedAt = Date.now();
let shown = "";

const table = new JobTable(document.querySelector("#jobs tbody"), (job) => write({ ...pages.current(), Job: job }));
const timeline = new Timeline(byId("timeline"), openJob);
const drawer = new Drawer(byId("drawer"), () => {
  pages.closeJob();
  follow();
});
const filters = new Filters((view, replace) => {
  pages.go(view, { replace });
  follow();
});
const signIn = new SignIn((region) => {
  pages.showing({ Region: region });
  listing.load();
});
const listing = new Listing({ loading, page: showPage, problem: showProblem, restarted });

/** What makes another listing, as opposed to another look at it. */
function listed(view) {
  return write({ ...view, Job: "", Zone: "", Live: "", Page: "1", Region: "" });
}

/** Shows what the address says now. */
function follow() {
  const view = pages.current();
  filters.reflect(view);
  byId("zone").value = view.Zone;
  byId("live").checked = interval(view) > 0;
  for (const head of document.querySelectorAll("[data-sort]")) {
    const order = head.dataset.sort === view.SortBy ? view.SortOrder.toLowerCase() : "none";
    head.closest("th").setAttribute("aria-sort", order);
  }
  if (shown !== listed(view)) {
    shown = listed(view);
    // It belongs to the page that is being left: a second click must not go on from there.
    nextToken = undefined;
    notice();
    // The drawer opens when the listing has come, so that it never covers the form for the keys.
    listing.load();
  } else {
    redraw();
    listing.followLive();
    showJob();
  }
}

function showJob() {
  const { Job } = pages.current();
  drawer.show(Job, jobs.find((job) => job.ProcessingJobName === Job), zoneOf(pages.current()));
}

function openJob(name) {
  pages.openJob(name);
  follow();
}

function loading(asked) {
  show(byId("progress"), true);
  if (asked) {
    announce(byId("summary"), "Loading …");
  }
}

function showPage(summaries, token, now, { asked, recovered }) {
  // Before anything changes, since it asks where it is.
  if (asked && byId("results").getBoundingClientRect().top < 0) {
    byId("results").scrollIntoView();
  }
  show(byId("progress"), false);
  signIn.hide();
  if (recovered) {
    notice();
  }
  announce(byId("problem"));
  jobs = summaries;
  nextToken = token;
  loadedAt = Date.now();
  const view = pages.current();
  byId("next").dataset.now = walkTime(view, now);
  showScope();
  redraw({ gradually: asked });
  const empty = jobs.length === 0;
  show(byId("empty"), empty);
  show(byId("jobs"), !empty);
  announce(byId("empty"), ...(empty ? emptiness(view, nextToken !== undefined, () => filters.clear()) : []));
  announce(byId("summary"), recovered ? "Rollcall answers again. " : "", summary(jobs));
  reflectSteps(nextToken);
  showJob();
}

function redraw(how) {
  const zone = zoneOf(pages.current());
  // Before the rows, since it asks how wide it is: the browser would have to lay them all out to say so.
  timeline.draw(jobs, zone, loadedAt);
  table.show(jobs, zone, loadedAt, how);
  drawer.inZone(zone);
}

/** Whose jobs these are: their ARNs say it. */
function showScope() {
  const [, , , region, account] = jobs[0]?.ProcessingJobArn.split(":") ?? [];
  if (account) {
    byId("scope").replaceChildren(foreign(account), " · ", foreign(region));
  }
  const keys = usedKeys();
  show(byId("signed"), keys !== undefined);
  byId("signed-as").textContent = keys ? `Signed with ${keys.id}` : "";
}

function showProblem(error) {
  show(byId("progress"), false);
  const { keys } = explain(error);
  announce(byId("summary"));
  announce(byId("problem"), problem(error, { again: () => listing.load(), clear: () => filters.clear() }));
  showScope();
  if (keys) {
    forget();
  } else if (error.passes && jobs.length > 0) {
    // What was seen before the server went away is better than nothing, if one knows how old it is.
    notice(`The jobs below are as of ${dateTime(loadedAt, zoneOf(pages.current()))}.`);
  } else {
    signIn.hide();
    clear();
    show(byId("listing"), false);
  }
}

/** Shows no job, and nobody's. */
function clear() {
  jobs = [];
  nextToken = undefined;
  byId("scope").replaceChildren();
  redraw();
}

/** Asks for other keys; what the old ones showed goes. */
function forget() {
  listing.stop();
  cancelDownload();
  clear();
  signIn.ask(pages.current().Region);
  showScope();
}

function restarted() {
  shown = listed(pages.current());
  notice("The page that this address names is not to be had any more: its token has expired, or was made for " +
    "another listing. This is the first page.");
}

function notice(text = "") {
  announce(byId("notice"), text ? element("div", { class: "note" }, text) : "");
}

function listen() {
  byId("jobs").tBodies[0].addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    const link = row?.querySelector("a");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (link && !elsewhere && (event.target.closest("a") || getSelection().isCollapsed)) {
      event.preventDefault();
      link.focus({ preventScroll: true });
      openJob(link.dataset.job);
    }
  });
  for (const head of document.querySelectorAll("[data-sort]")) {
    head.addEventListener("click", () => sort(head.dataset.sort));
  }
  byId("next").addEventListener("click", () => {
    if (nextToken !== undefined) {
      step(() => pages.next(nextToken, byId("next").dataset.now));
    }
  });
  byId("previous").addEventListener("click", () => step(() => pages.previous()));
  byId("first").addEventListener("click", () => step(() => pages.first()));
  offerDownloads();
  byId("zone").append(
    element("option", { value: "" }, HERE === "UTC" ? "your zone (UTC)" : HERE),
    element("option", { value: "UTC" }, "UTC"));
  byId("zone").addEventListener("change", () => look({ Zone: byId("zone").value }));
  byId("live").addEventListener("change", () => look({ Live: byId("live").checked ? LIVE_SECONDS : "" }));
  byId("forget").addEventListener("click", () => forget());
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("results").focus();
  });
  addEventListener("popstate", () => {
    pages.arrive();
    follow();
  });
}

function look(change) {
  pages.showing(change);
  follow();
}

function step(move) {
  move();
  follow();
}

function sort(key) {
  const view = pages.current();
  const other = view.SortOrder === "Ascending" ? "Descending" : "Ascending";
  pages.go(changed(view, { SortBy: key, SortOrder: view.SortBy === key ? other : NATURAL_ORDER[key] }));
  follow();
}

listen();
const ignored = pages.arrive();
follow();
if (ignored.length > 0) {
  notice(`The address has what is no time, and it is left out: ${ignored.join(", ")}. A time is -24h or 2026-11-28T21:00:00Z.`);
}
