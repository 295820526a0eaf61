import { step } from "./reader.js";

const remembered = "gigatrace-keys";

/** Which key does what; those without a place on the page do nothing there. */
const keys = {
  "/": ["to the search", () => focus("form[role=search] input[type=search]")],
  "d": ["to the slider of days", () => focus("#as-of input[type=range]")],
  "n": ["next claim of a text", () => step(1)],
  "p": ["claim before", () => step(-1)],
  "?": ["these keys", () => help()],
};

/** Single keys, which can be switched off where they are told. */
export function startKeys() {
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !on() || writes(event.target)) return;
    const key = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!key) return;
    event.preventDefault();
    key[1]();
  });
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
}

const writes = element => element.matches("input:not([type=range],[type=checkbox],[type=radio]),textarea,select,[contenteditable]") || element.closest("dialog[open]");

const on = () => localStorage.getItem(remembered) !== "off";

function focus(selector) {
  const element = document.querySelector(selector);
  element?.focus();
  element?.select?.();
}

function help() {
  const dialog = document.getElementById("keys") ?? document.body.appendChild(made());
  dialog.querySelector("input").checked = on();
  dialog.showModal();
}

function made() {
  const dialog = document.createElement("dialog");
  dialog.id = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.innerHTML = `<form method="dialog"><h2 id="keys-title">Keys</h2><dl></dl>
    <p><label><input type="checkbox"> Single keys are on</label></p><button autofocus>Close</button></form>`;
  const list = dialog.querySelector("dl");
  for (const [key, [does]] of Object.entries(keys)) list.append(row(key, does));
  list.append(row("← →", "a day, on the slider"), row("PgUp PgDn", "a month, on the slider"));
  dialog.querySelector("input").addEventListener("change", event => localStorage.setItem(remembered, event.target.checked ? "on" : "off"));
  return dialog;
}

function row(key, does) {
  const [group, name, what] = ["div", "dt", "dd"].map(tag => document.createElement(tag));
  const shown = document.createElement("kbd");
  shown.textContent = key;
  name.append(shown);
  what.textContent = does;
  group.append(name, what);
  return group;
}
