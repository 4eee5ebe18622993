// Asks the API, as any client does: POST, a target, JSON. Signs once there are keys.

import { sign } from "./signature.js";

const TIMEOUT = 60_000;

let keys;
// How far this machine's clock is behind the server's, in milliseconds; known only when it matters.
let behind = 0;

/** An answer that is none: the server's own words, or why there are none. */
export class ApiError extends Error {
  constructor(type, message, status = 0) {
    super(message);
    this.type = type;
    this.status = status;
  }

  /** Whether asking again may help, without anybody doing anything. */
  get passes() {
    return ["NoAnswer", "ServiceUnavailable", "ThrottlingException", "RequestTimeoutException"].includes(this.type);
  }

  get isInvalidToken() {
    return this.type === "ValidationException" && this.message.startsWith("Invalid pagination token");
  }
}

/** Signs from now on; without keys, signs no more. They live here and nowhere else. */
export function useKeys(these) {
  keys = these;
}

export function usedKeys() {
  return keys;
}

/** The answer to a request; throws ApiError, or AbortError if `signal` says so. */
export async function ask(operation, input, signal) {
  try {
    return await send(operation, input, signal);
  } catch (error) {
    if (error.skew === undefined) {
      throw error;
    }
    behind = error.skew;
    return send(operation, input, signal);
  }
}

async function send(operation, input, signal) {
  const body = JSON.stringify(input);
  const plain = { "content-type": "application/x-amz-json-1.1", "x-amz-target": `SageMaker.${operation}` };
  const headers = keys ? await sign(keys, plain, body, Date.now() + behind) : plain;
  const limit = AbortSignal.timeout(TIMEOUT);
  let response, text;
  try {
    response = await fetch("/", {
      method: "POST",
      headers,
      body,
      cache: "no-store",
      credentials: "same-origin",
      redirect: "error",
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new ApiError(
      "NoAnswer",
      limit.aborted ? `No answer came within ${TIMEOUT / 1000} seconds.` : "The connection failed.",
    );
  }
  return answer(response, text);
}

function answer(response, text) {
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ApiError("NoRollcall", `Something else answered, with status ${response.status} and no JSON.`, response.status);
  }
  if (response.ok) {
    return document;
  }
  const type = String(document.__type ?? "UnknownError").split("#").pop();
  const error = new ApiError(type, String(document.message ?? document.Message ?? ""), response.status);
  error.skew = skew(error, response.headers.get("date"));
  throw error;
}

/** How far the clocks are apart, if that is what is wrong and correcting it is not what failed. */
function skew(error, date) {
  const off = Date.parse(date) - Date.now();
  return /^Signature (expired|not yet current)/.test(error.message) && Math.abs(off - behind) > 60_000
    ? off
    : undefined;
}
