// The whole listing as a file: page by page, in parts that the browser keeps out of the page's memory.

import { ask } from "./api.js";
import { millis } from "./times.js";

const PAGE = 100;
const PART = 1 << 20;
const TRIES = 6;

const TIMES = new Set(["CreationTime", "LastModifiedTime", "ProcessingEndTime"]);
const COLUMNS = [
  "ProcessingJobName", "ProcessingJobStatus", "CreationTime", "ProcessingEndTime", "LastModifiedTime",
  "FailureReason", "ExitMessage", "ProcessingJobArn",
];

/** How a listing is written: what comes first, between two jobs and last, and a job. */
const FORMS = {
  csv: {
    type: "text/csv;charset=utf-8",
    begin: `${COLUMNS.join(",")}\r\n`,
    between: "",
    end: "",
    job: (job) => `${COLUMNS.map((column) => cell(value(job, column))).join(",")}\r\n`,
  },
  json: {
    type: "application/json",
    begin: '{"ProcessingJobSummaries": [\n',
    between: ",\n",
    end: "\n]}\n",
    job: (job) => JSON.stringify(Object.fromEntries(Object.keys(job).map((name) => [name, value(job, name)]))),
  },
};

/** Walks a listing from its first page and saves it; `progress` is called with the jobs so far. */
export async function download(form, input, signal, progress) {
  const { type, begin, between, end, job: write } = FORMS[form];
  const parts = [];
  let text = begin;
  let count = 0;
  for await (const page of walk({ ...input, MaxResults: PAGE }, signal)) {
    for (const job of page) {
      text += (count === 0 ? "" : between) + write(job);
      count += 1;
    }
    if (text.length > PART) {
      parts.push(new Blob([text]));
      text = "";
    }
    progress(count);
  }
  parts.push(text + end);
  save(new Blob(parts, { type }), form);
  return count;
}

async function* walk(input, signal) {
  let token;
  do {
    const page = await patiently(token ? { ...input, NextToken: token } : input, signal);
    yield page.ProcessingJobSummaries;
    token = page.NextToken;
  } while (token);
}

/** The same page again after a while, if the server was only away. */
async function patiently(input, signal) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask("ListProcessingJobs", input, signal);
    } catch (error) {
      if (signal.aborted || !error.passes || tried === TRIES) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tried));
      signal.throwIfAborted();
    }
  }
}

function save(blob, form) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `processing-jobs-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function value(job, name) {
  return TIMES.has(name) && job[name] !== undefined ? new Date(millis(job[name])).toISOString() : job[name];
}

/** A field of CSV. A spreadsheet takes a text that begins like a formula for one: a quote prevents it. */
function cell(text = "") {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
