// The form for the keys. They go to the API module's memory and leave the form at once.

import { useKeys, usedKeys } from "./api.js";
import { byId, show } from "./dom.js";
import { canSign, keysOf } from "./signature.js";

// What can stand in a header: anything else would fail as if the network did.
const HEADER = /^[\x21-\x7e]+$/;
const REGION = /^[a-z0-9-]+$/;

export class SignIn {
  #done;

  /** `done` is called with the region when there are keys. */
  constructor(done) {
    this.#done = done;
    byId("signin-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  /** Asks for keys. The reasons stand above the form. */
  ask(region) {
    const asked = !byId("signin").hidden;
    show(byId("signin"), true);
    show(byId("listing"), false);
    show(byId("signin-form"), canSign());
    byId("signin-why").textContent = canSign()
      ? ""
      : "This page was opened over plain HTTP, and over plain HTTP browsers keep their cryptography (WebCrypto) to " +
        "pages of the same machine: it cannot sign. Open it over TLS, as https://: serve with --tls-certificate and " +
        "--tls-key, or put a proxy that speaks TLS in front.";
    if (!byId("key-region").value) {
      byId("key-region").value = region || usedKeys()?.region || "us-east-1";
    }
    useKeys(undefined);
    if (!asked && canSign()) {
      const empty = ["key-id", "key-secret"].find((id) => byId(id).value === "");
      byId(empty ?? "key-id").focus();
    } else if (canSign()) {
      byId("key-secret").focus();
    }
  }

  hide() {
    show(byId("signin"), false);
    show(byId("listing"), true);
  }

  async #submit() {
    const id = byId("key-id").value.trim();
    const secret = byId("key-secret").value.trim();
    const token = byId("key-token").value.trim();
    const region = byId("key-region").value.trim();
    const wrong =
      !HEADER.test(id) ? "An access key ID has letters and digits only."
      : token !== "" && !HEADER.test(token) ? "A session token has no spaces and only ASCII characters."
      : !REGION.test(region) ? "A region looks like us-east-1."
      : "";
    byId("signin-why").textContent = wrong;
    if (wrong) {
      return;
    }
    useKeys(await keysOf(id, secret, token, region));
    byId("key-secret").value = "";
    byId("key-token").value = "";
    this.#done(region);
  }
}
