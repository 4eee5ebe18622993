// What is wrong, in a person's words, and what that person can do about it.

const CLOCK = /^Signature (expired|not yet current)/;
const REGION = /scoped to a valid region/;

/** A title, and what to do; `keys` if other keys are the answer. */
export function explain(error) {
  switch (error.type) {
    case "NoAnswer":
      return {
        title: "Rollcall does not answer",
        advice: "Check that it is running and that this machine reaches it. It is asked again by itself.",
      };
    case "ServiceUnavailable":
      return {
        title: "The storage cannot be reached",
        advice: "Rollcall runs, but not its storage; the log of Rollcall says why. It is asked again by itself.",
      };
    case "ThrottlingException":
      return { title: "Too many requests with this key", advice: "It is asked again by itself, less often." };
    case "RequestTimeoutException":
      return { title: "The request arrived too slowly", advice: "It is asked again by itself." };
    case "MissingAuthenticationTokenException":
      return { title: "This server asks for signatures", advice: "Enter the access key that you use with it.", keys: true };
    case "UnrecognizedClientException":
      return {
        title: "The access key is not known",
        advice: "Check the access key ID, and the session token if the key is a temporary one.",
        keys: true,
      };
    case "ExpiredTokenException":
      return { title: "The temporary key has expired", advice: "Fetch a new one and enter it.", keys: true };
    case "InvalidSignatureException":
    case "IncompleteSignatureException":
      return { title: "The signature was refused", advice: signatureAdvice(error.message), keys: true };
    case "AccessDeniedException":
      return {
        title: "This key may not do that",
        advice: "Ask whoever runs Rollcall to allow it, or sign in with another key.",
      };
    case "ValidationException":
      return { title: "The server does not accept this view", advice: "Change the filters, or clear them." };
    case "UnknownOperationException":
      return { title: "The server does not know this operation", advice: "It may be an older version of Rollcall." };
    case "NoRollcall":
      return {
        title: "This is not Rollcall's answer",
        advice: "A proxy in between may have answered. Try again, and ask whoever runs it if that does not help.",
      };
    default:
      return {
        title: "The server reports an error",
        advice: "Try again. If it happens again, the log of Rollcall says more.",
      };
  }
}

function signatureAdvice(message) {
  if (CLOCK.test(message)) {
    return "The clock of this machine differs from the server's: set it right and try again.";
  }
  if (REGION.test(message)) {
    return "This key is not for this region: check the region.";
  }
  return "Check the secret access key. If it is right, a proxy may have changed the Host header.";
}
