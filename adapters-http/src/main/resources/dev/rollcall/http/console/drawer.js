// A job beside the listing: everything that DescribeProcessingJob knows of it. What stays the same when the details
// come stays in its place: a person may just be pressing it.

import { ask, usedKeys } from "./api.js";
import { copyButton, element, foreign, icon, renew } from "./dom.js";
import { explain } from "./messages.js";
import { badge } from "./table.js";
import { duration, iso, millis, precise } from "./times.js";

const TIMES = [
  ["CreationTime", "Created"],
  ["ProcessingStartTime", "Started"],
  ["ProcessingEndTime", "Ended"],
  ["LastModifiedTime", "Last modified"],
];
const TEXTS = [["FailureReason", "Failure reason"], ["ExitMessage", "Exit message"]];
const SHOWN_ABOVE = new Set([
  "ProcessingJobName", "ProcessingJobArn", "ProcessingJobStatus",
  ...[...TIMES, ...TEXTS].map(([name]) => name),
]);

// What the API requires is answered with these values where it is not known: no job has them.
const NOT_KNOWN = new Set([
  '{"ImageUri":""}', '{"ClusterConfig":{"InstanceCount":0,"InstanceType":"","VolumeSizeInGB":0}}',
]);

// Where the server does not know the operation, or this key may not use it.
const WITHOUT_DETAILS = {
  UnknownOperationException: "This server does not know DescribeProcessingJob: this is what the listing says.",
  AccessDeniedException: "This key may list jobs but not describe them: this is what the listing says.",
};

export class Drawer {
  #dialog;
  #name = "";
  #version;
  #controller;
  #opener;
  #drawn;
  #loading = false;
  #again;
  #title = element("h2", { id: "drawer-title" });
  #closing = element("button", { type: "button", class: "quiet close", "aria-label": "Close" }, icon("close"));
  #sub = element("div", { class: "sub" });
  #content = element("div", { class: "content", tabindex: "0", role: "group", "aria-label": "Details" });

  /** `close` is called when the reader closes the drawer. */
  constructor(dialog, close) {
    this.#dialog = dialog;
    dialog.append(element("div", { class: "head" }, this.#title, this.#closing), this.#sub, this.#content);
    this.#closing.addEventListener("click", () => close());
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) {
        close();
      }
    });
  }

  /**
   * Shows the job of this name, of which the listing may know something; without a name, nothing.
   * Shows it again when the listing has news of it.
   */
  async show(name, summary, zone) {
    const version = summary?.LastModifiedTime;
    if (name === this.#name) {
      if (name !== "" && summary && version !== this.#version) {
        this.#version = version;
        await this.load(summary, zone);
      }
      return;
    }
    this.#controller?.abort();
    this.#name = name;
    this.#version = version;
    this.#drawn = undefined;
    if (name === "") {
      this.#dialog.close();
      this.#opener?.focus({ preventScroll: true });
      return;
    }
    if (!this.#dialog.open) {
      this.#opener = document.activeElement;
      this.#loading = true;
      this.#draw(summary ?? { ProcessingJobName: name }, zone);
      this.#dialog.showModal();
      this.#content.scrollTop = 0;
    }
    await this.load(summary, zone);
  }

  /** Asks again what is known of the job that is shown. */
  async load(summary, zone) {
    const controller = new AbortController();
    this.#controller?.abort();
    this.#controller = controller;
    this.#again = () => this.load(summary, zone);
    try {
      const job = await ask("DescribeProcessingJob", { ProcessingJobName: this.#name }, controller.signal);
      if (!controller.signal.aborted) {
        this.#loading = false;
        this.#draw(job, zone);
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        this.#loading = false;
        this.#failed(error, summary, zone);
      }
    }
  }

  /** The same in another zone. */
  inZone(zone) {
    if (this.#name !== "" && this.#drawn && this.#drawn.zone !== zone) {
      this.#draw(this.#drawn.job, zone, this.#drawn.note);
    }
  }

  #failed(error, summary, zone) {
    const { title, advice } = explain(error);
    const gentle = summary && WITHOUT_DETAILS[error.type];
    const retry = element("button", { type: "button" }, "Try again");
    retry.addEventListener("click", () => this.#again());
    const note = gentle
      ? element("p", { class: "hint note" }, gentle)
      : element("div", { class: "note failed", role: "alert" },
          element("strong", {}, title), element("p", { class: "said" }, foreign(error.message)), element("p", {}, advice), retry);
    this.#draw(summary ?? { ProcessingJobName: this.#name }, zone, note);
  }

  #draw(job, zone, note) {
    this.#drawn = { job, zone, note };
    const focused = this.#dialog.contains(document.activeElement);
    renew(this.#title, [foreign(job.ProcessingJobName)]);
    const status = job.ProcessingJobStatus ? [badge(job.ProcessingJobStatus)] : [];
    const loading = this.#loading ? [element("span", { class: "hint", role: "status" }, "Loading …")] : [];
    renew(this.#sub, [...status, ...loading]);
    renew(this.#content, [...(note ? [note] : []), ...when(job, zone), ...texts(job), ...identity(job), ...details(job)]);
    if (focused && !this.#dialog.contains(document.activeElement)) {
      this.#closing.focus({ preventScroll: true });
    }
  }
}

function when(job, zone) {
  const list = element("dl", { class: "facts" });
  for (const [name, label] of TIMES) {
    if (job[name] !== undefined) {
      const time = millis(job[name]);
      list.append(fact(label, element("time", { datetime: iso(time), title: iso(time) }, precise(time, zone))));
    }
  }
  if (job.ProcessingEndTime !== undefined && job.CreationTime !== undefined) {
    list.append(fact("From creation to end", duration(millis(job.ProcessingEndTime) - millis(job.CreationTime))));
    if (job.ProcessingStartTime !== undefined) {
      list.append(fact("From start to end", duration(millis(job.ProcessingEndTime) - millis(job.ProcessingStartTime))));
    }
  }
  return list.children.length > 0 ? [list] : [];
}

function fact(label, value) {
  return element("div", {}, element("dt", {}, label), element("dd", {}, value));
}

function texts(job) {
  return TEXTS.filter(([name]) => job[name] !== undefined).map(([name, label]) =>
    section(label, element("div", { class: `message ${name}` }, foreign(job[name]))));
}

function identity(job) {
  if (job.ProcessingJobArn === undefined) {
    return [];
  }
  return [
    section("ARN", copyable(job.ProcessingJobArn, "Copy ARN")),
    section("With the AWS CLI", copyable(command(job), "Copy command")),
  ];
}

function copyable(text, label) {
  return element("div", { class: "copyable" }, element("code", { tabindex: "0" }, foreign(text)), copyButton(label, text));
}

/** The command that answers the same. */
function command(job) {
  const region = job.ProcessingJobArn.split(":")[3];
  const parts = [
    "aws sagemaker describe-processing-job",
    `--processing-job-name ${quoted(job.ProcessingJobName)}`,
    `--region ${quoted(region)}`,
    `--endpoint-url ${quoted(location.origin)}`,
  ];
  return [...parts, ...(usedKeys() ? [] : ["--no-sign-request"])].join(" ");
}

function quoted(word) {
  return /^[\w.:/@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function details(job) {
  return Object.keys(job)
    .filter((name) => !SHOWN_ABOVE.has(name) && !NOT_KNOWN.has(JSON.stringify(job[name])))
    .map((name) => section(name, tree(job[name])));
}

function section(title, content) {
  return element("section", {}, element("h3", {}, title), content);
}

/** A value of JSON as lists within lists. */
function tree(value) {
  if (value === null || typeof value !== "object") {
    return element("span", { class: "value" }, foreign(String(value)));
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? element("span", { class: "hint" }, "none")
      : element("ol", { class: "tree" }, ...value.map((item) => element("li", {}, tree(item))));
  }
  const members = Object.entries(value);
  return members.length === 0
    ? element("span", { class: "hint" }, "none")
    : element("dl", { class: "tree" }, ...members.map(([name, item]) =>
        element("div", {}, element("dt", {}, foreign(name)), element("dd", {}, tree(item)))));
}
