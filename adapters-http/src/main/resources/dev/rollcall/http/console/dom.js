// Builds elements. Text from outside only ever becomes text nodes: no markup is parsed here.

const SVG = "http://www.w3.org/2000/svg";

// What a browser shows as nothing, or as another text than it is: control characters, and marks that
// turn the direction of writing or break lines. Joiners are left: names of people and emoji need them.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\r(?!\n)|[\u{e0000}-\u{e007f}]/gu;

/** An element with these attributes and children; a child that is a string becomes text. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for a picture. */
export function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(target, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    target.setAttribute(key, value);
  }
  target.append(...children);
  return target;
}

/** One of the icons of the page. */
export function icon(name) {
  return drawing("svg", { class: "icon", "aria-hidden": "true" }, drawing("use", { href: `#icon-${name}` }));
}

/** A text from outside, set apart so that its direction changes nothing around it. */
export function foreign(text) {
  return element("bdi", {}, ...visible(text));
}

/** The parts of a text: itself, and a mark for each character that could not be seen. */
function visible(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    parts.push(text.slice(end, match.index), mark(match[0]));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== "");
}

function mark(character) {
  const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return element("span", { class: "mark", title: "A character that cannot be seen" }, `U+${code}`);
}

/** The element with this id, which the page has. */
export function byId(id) {
  return document.getElementById(id);
}

/** Shows or hides an element. */
export function show(target, visibly) {
  target.hidden = !visibly;
}

/** Puts content where it is read aloud, unless the same stands there already. */
export function announce(place, ...content) {
  const made = element("div", {}, ...content);
  if (place.textContent !== made.textContent) {
    place.replaceChildren(...made.childNodes);
  }
}

/** A button that copies a text, and says that it did. */
export function copyButton(label, text) {
  const button = element("button", { type: "button", class: "quiet copy" }, icon("copy"), label);
  button.addEventListener("click", async () => {
    const copied = await copy(text, button);
    const done = element("span", { class: "copied", role: "status" }, copied ? "Copied" : "Press Ctrl+C");
    button.parentNode.querySelector(".copied")?.remove();
    button.after(done);
    setTimeout(() => done.remove(), 3000);
  });
  return button;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain HTTP there is no clipboard: select the text, so that a person can copy it.
    const shown = button.parentNode.querySelector("code");
    getSelection().selectAllChildren(shown);
    return false;
  }
}
