import { say } from "./say.js";

/** Buttons whose `data-copy` is the text to copy. */
export function startCopy() {
  const show = () => document.querySelectorAll("[data-copy][hidden]").forEach(button => { button.hidden = false; });
  show();
  document.addEventListener("htmx:after:swap", show);
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      tell(button, "Copied");
    } catch {
      tell(button, "Not allowed to copy");
    }
  });
}

function tell(button, text) {
  button.dataset.name ??= button.textContent;
  button.textContent = text;
  say(text);
  setTimeout(() => { button.textContent = button.dataset.name; }, 2000);
}
