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
  setAttributes(target, attributes);
  target.append(...children);
  return target;
}

export function setAttributes(target, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    target.setAttribute(key, value);
  }
}

/**
 * Gives a place these elements, in this order. Those that stay where they are are not touched: an element that is
 * taken out loses the focus, and a press that has begun on it becomes no click.
 */
export function arrange(place, elements) {
  const wanted = new Set(elements);
  for (const child of Array.from(place.children)) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  let next = place.firstElementChild;
  for (const child of elements) {
    if (child === next) {
      next = next.nextElementSibling;
    } else {
      place.insertBefore(child, next);
    }
  }
}

/** The same, and an element that is there already and says what a new one does stays in its place. */
export function renew(place, elements) {
  const there = Array.from(place.children);
  arrange(place, elements.map((made) => {
    const index = there.findIndex((old) => old.isEqualNode(made));
    return index < 0 ? made : there.splice(index, 1)[0];
  }));
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

/** Puts content where it is read aloud or has buttons, unless the same stands there already. */
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
