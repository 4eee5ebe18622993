// AWS Signature Version 4, with the browser's own cryptography.

const text = new TextEncoder();

/** Whether this page may use cryptography: browsers allow it over TLS and on this machine only. */
export function canSign() {
  return globalThis.crypto?.subtle !== undefined;
}

/** Keys that can sign, but from which no script can read the secret again. */
export async function keysOf(id, secret, sessionToken, region) {
  return { id, sessionToken, region, secret: await hmacKey(text.encode(`AWS4${secret}`)) };
}

/** The headers of a POST to the root with this body, and those that sign it. */
export async function sign(keys, headers, body, time) {
  const stamp = new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, "");
  const signed = { ...headers, host: location.host, "x-amz-date": stamp };
  if (keys.sessionToken) {
    signed["x-amz-security-token"] = keys.sessionToken;
  }
  const names = Object.keys(signed).sort();
  const canonical = [
    "POST",
    "/",
    "",
    ...names.map((name) => `${name}:${signed[name]}`),
    "",
    names.join(";"),
    hex(await crypto.subtle.digest("SHA-256", text.encode(body))),
  ].join("\n");
  const scope = [stamp.slice(0, 8), keys.region, "sagemaker", "aws4_request"];
  const toSign = [
    "AWS4-HMAC-SHA256",
    stamp,
    scope.join("/"),
    hex(await crypto.subtle.digest("SHA-256", text.encode(canonical))),
  ].join("\n");
  let key = keys.secret;
  for (const part of scope) {
    key = await hmacKey(await hmac(key, part));
  }
  const signature = hex(await hmac(key, toSign));
  // The browser sets this one itself.
  delete signed.host;
  signed.authorization =
    `AWS4-HMAC-SHA256 Credential=${keys.id}/${scope.join("/")}, ` +
    `SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return signed;
}

function hmacKey(bytes) {
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

function hmac(key, message) {
  return crypto.subtle.sign("HMAC", key, text.encode(message));
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
