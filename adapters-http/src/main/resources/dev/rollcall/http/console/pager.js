// The buttons that lead from page to page.

import { byId } from "./dom.js";
import * as pages from "./pages.js";

const NO_WAY_BACK = "The way back is not known: go to the first page.";

/** Shows which pages can be reached from the present one. */
export function reflectSteps(nextToken) {
  const focused = document.activeElement;
  byId("page").textContent = `Page ${pages.pageNumber()}`;
  byId("next").disabled = !nextToken;
  byId("previous").disabled = !pages.canStepBack();
  byId("previous").title = pages.canStepBack() || pages.isFirst() ? "" : NO_WAY_BACK;
  byId("first").disabled = pages.isFirst();
  if (focused?.disabled) {
    // A button that cannot be used loses the focus, and the keyboard would start at the top again.
    [byId("next"), byId("previous"), byId("first")].find((button) => !button.disabled)?.focus();
  }
}
