import { address, asOf, show } from "./swap.js";

/** Forms that search as one types: `<form role="search" method="get" data-live>`. The day stays, the page of a long list begins anew. */
export function startLive() {
  document.addEventListener("input", event => event.target.form?.matches("form[data-live]") && ask(event.target.form));
  document.addEventListener("submit", event => {
    if (!event.target.matches("form[data-live]")) return;
    event.preventDefault();
    ask(event.target);
  });
}

function ask(form) {
  const url = new URL(form.action);
  url.search = "";
  for (const [name, value] of new FormData(form)) if (value && name !== "as-of") url.searchParams.append(name, value);
  asOf(url, address().searchParams.get("as-of"));
  show(url);
}
