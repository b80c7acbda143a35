// Elements are only ever made here, and text only ever becomes text: nothing that an article says can become markup.

export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (name === "href") link(element, value);
    else if (name === "inside") element.setAttribute("href", value.startsWith("#") ? value : "#");
    else if (name === "checked" || name === "value") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(9).filter((child) => child !== undefined && child !== null && child !== ""));
  return element;
}

function link(element, address) {
  // Only web addresses: javascript: and data: could run.
  if (!/^https?:\/\//i.test(address)) return;
  element.href = address;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
}

export function byId(id) {
  return document.getElementById(id);
}

export function fill(element, ...children) {
  element.replaceChildren(...children.flat(9).filter(Boolean));
}

// Long lists grow on demand, so that ten thousand rows open as fast as ten.
export function grow(parent, items, build, chunk = 80) {
  let shown = 0;
  const more = h("button", { type: "button", class: "more", on: { click: next } });
  function next() {
    const fresh = items.slice(shown, shown + chunk).map(build);
    shown += fresh.length;
    parent.append(...fresh);
    more.textContent = `Show more (${items.length - shown} left)`;
    more.hidden = shown >= items.length;
  }
  next();
  return more;
}
