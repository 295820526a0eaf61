import { say } from "./say.js";

/** `data-copy` holds the text to copy, or, empty, it is that of the element of `data-copy-from`. */
export function startCopy() {
  const show = () => document.querySelectorAll("[data-copy][hidden]").forEach(button => { button.hidden = false; });
  show();
  document.addEventListener("htmx:after:swap", show);
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const text = button.dataset.copy || document.querySelector(button.dataset.copyFrom)?.textContent || "";
    try {
      await navigator.clipboard.writeText(text);
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
