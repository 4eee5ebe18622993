// What the page says of the jobs it shows, and where there are none.

import { isFiltered } from "./address.js";
import { element, foreign } from "./dom.js";
import { explain } from "./messages.js";

/** What a page has, in a line. */
export function summary(jobs) {
  const having = (status) => jobs.filter((job) => job.ProcessingJobStatus === status).length;
  const count = `${jobs.length || "No"} ${jobs.length === 1 ? "job" : "jobs"} on this page`;
  const failed = having("Failed");
  const running = having("InProgress");
  return [count, failed && `${failed} failed`, running && `${running} in progress`].filter(Boolean).join(" · ");
}

/** Why a page could not be had: in our words, in the server's, and what to do. */
export function problem(error, { again, clear }) {
  const { title, advice, keys } = explain(error);
  const expected = error.type === "MissingAuthenticationTokenException";
  return element(
    "div",
    { class: expected ? "note" : "note failed" },
    element("strong", {}, title),
    ...(error.message ? [element("p", { class: "said" }, foreign(error.message))] : []),
    element("p", {}, advice),
    ...(keys ? [] : [button("Try again now", again)]),
    ...(error.type === "ValidationException" ? [button("Clear filters", clear)] : []),
  );
}

/** Why a page has no job. */
export function emptiness(view, goesOn, clear) {
  if (goesOn) {
    return [element("h2", {}, "The search goes on"), element("p", {}, "No job was found yet. The next page looks further.")];
  }
  if (isFiltered(view)) {
    return [
      element("h2", {}, "No job matches these filters"),
      element("p", {}, "Upper and lower case matter in names, and a job at exactly the time of a filter is left out."),
      button("Clear filters", clear),
    ];
  }
  return [
    element("h2", {}, "There are no jobs here"),
    element("p", {}, "Record some with ", element("code", {}, "rollcall import"), ", or look at another account or region."),
  ];
}

function button(text, act) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}
