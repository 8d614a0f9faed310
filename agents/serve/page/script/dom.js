// Elements, made without markup: every string becomes a text node or an attribute, so that none can become a tag.

const SVG = "http://www.w3.org/2000/svg";
const SAFE_LINK = /^https?:$/;

/** Append children to a node: strings and numbers as text; null, false and undefined not at all; lists one by one. */
export function append(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

function set(node, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "vars") for (const [key, of] of Object.entries(value)) node.style.setProperty(key, String(of));
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  return node;
}

/** Return an HTML element. `on…` are listeners, `vars` CSS custom properties (set by script, which the policy allows). */
export function h(tag, properties = {}, ...children) {
  return append(set(document.createElement(tag), properties), ...children);
}

/** Return an SVG element. */
export function s(tag, properties = {}, ...children) {
  return append(set(document.createElementNS(SVG, tag), properties), ...children);
}

/** Replace all that stands in a node. */
export function fill(node, ...children) {
  node.replaceChildren();
  return append(node, ...children);
}

/** Return text from the stream in an element of its own, which keeps its direction from mixing with the page's. */
export function said(text, properties = {}) {
  return h("bdi", { dir: "auto", ...properties }, text);
}

/** Return the address when it leads to a web page, else null: a page may call itself javascript:… */
export function webAddress(url) {
  try {
    return SAFE_LINK.test(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}

/** Tell readers of the screen what has changed. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
