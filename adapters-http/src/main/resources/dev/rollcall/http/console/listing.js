// Loads the page of the present view: when asked, every few seconds when live, and again by itself
// when Rollcall was away.

import { request, TIMES } from "./address.js";
import { ask } from "./api.js";
import * as pages from "./pages.js";

const FIRST_RETRY = 1_000;
const LAST_RETRY = 15_000;

const AGAIN = "again";
const LIVE = "live";

export const ASKED = "asked";

export class Listing {
  #show;
  #controller;
  #timer;
  #failures = 0;

  /** `show` has the ways to show that a page is loading, has come, or could not be had. */
  constructor(show) {
    this.#show = show;
    document.addEventListener("visibilitychange", () => this.#whenVisible());
    addEventListener("online", () => this.#failures > 0 && this.load(AGAIN));
  }

  /** Loads the page that the view names, and forgets an earlier request for one. */
  async load(why = ASKED) {
    this.stop();
    const controller = new AbortController();
    this.#controller = controller;
    const view = pages.current();
    const now = Date.parse(view.Now) || Date.now();
    this.#show.loading(why === ASKED);
    try {
      const page = await ask("ListProcessingJobs", request(view, now), controller.signal);
      if (this.#controller === controller) {
        this.#came(page, now, why);
      }
    } catch (error) {
      if (this.#controller === controller) {
        this.#failed(error);
      }
    }
  }

  /** Asks no more until `load` is called. */
  stop() {
    this.#controller?.abort();
    this.#controller = undefined;
    clearTimeout(this.#timer);
  }

  /** Loads at intervals, or no longer, as the view says. */
  followLive() {
    if (this.#failures === 0) {
      this.#schedule();
    }
  }

  #came(page, now, why) {
    const recovered = this.#failures > 0;
    this.#failures = 0;
    this.#show.page(page.ProcessingJobSummaries, page.NextToken, now, { asked: why === ASKED, recovered });
    this.#schedule();
  }

  #failed(error) {
    if (error.isInvalidToken && !pages.isFirst()) {
      pages.first({ replace: true });
      this.#show.restarted();
      this.load();
      return;
    }
    this.#failures += 1;
    this.#show.problem(error);
    if (error.passes) {
      const delay = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (this.#failures - 1));
      this.#timer = setTimeout(() => this.load(AGAIN), delay);
    }
  }

  #schedule() {
    clearTimeout(this.#timer);
    const seconds = interval(pages.current());
    if (seconds > 0 && !document.hidden) {
      this.#timer = setTimeout(() => this.load(LIVE), seconds * 1000);
    }
  }

  #whenVisible() {
    if (!document.hidden && this.#failures === 0 && interval(pages.current()) > 0) {
      this.load(LIVE);
    }
  }
}

/** Every how many seconds a live view is loaded; 0 if it is not live. */
export function interval(view) {
  return Math.min(3600, Math.max(0, Math.trunc(Number(view.Live)) || 0));
}

/** The time that the pages after this one must be asked for with, if it matters. */
export function walkTime(view, now) {
  return TIMES.some((name) => view[name].startsWith("-")) ? new Date(now).toISOString() : "";
}
