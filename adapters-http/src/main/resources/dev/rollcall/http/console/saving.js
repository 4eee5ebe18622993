// The buttons that save the listing as a file, and what they say while it is read.

import { request } from "./address.js";
import { byId, show } from "./dom.js";
import { download } from "./download.js";
import { explain } from "./messages.js";
import * as pages from "./pages.js";

let running;

/** Makes the buttons work. */
export function offerDownloads() {
  byId("csv").addEventListener("click", () => save("csv"));
  byId("json").addEventListener("click", () => save("json"));
  byId("download-cancel").addEventListener("click", cancelDownload);
}

export function cancelDownload() {
  running?.abort();
}

async function save(form) {
  cancelDownload();
  const controller = new AbortController();
  running = controller;
  const says = (text) => {
    if (running === controller) {
      byId("download-status").textContent = text;
    }
  };
  show(byId("download-cancel"), true);
  says("Reading …");
  try {
    const input = request({ ...pages.current(), NextToken: "" }, Date.now());
    const count = await download(form, input, controller.signal, (read) => says(`${jobs(read)} read …`));
    says(`${jobs(count)} saved.`);
  } catch (error) {
    says(controller.signal.aborted ? "Cancelled." : `Not saved. ${explain(error).title}: ${error.message}`);
  } finally {
    if (running === controller) {
      running = undefined;
      show(byId("download-cancel"), false);
    }
  }
}

function jobs(count) {
  return `${count.toLocaleString("en")} ${count === 1 ? "job" : "jobs"}`;
}
