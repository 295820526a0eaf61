// Runs before anything is painted, so that a page never flashes in the other theme. Needs nothing else.
(() => {
  const remembered = "gigatrace-theme";
  const root = document.documentElement;
  const chosen = () => localStorage.getItem(remembered) ?? "auto";
  const apply = () => {
    if (chosen() === "auto") delete root.dataset.theme;
    else root.dataset.theme = chosen();
  };
  apply();
  addEventListener("storage", apply);
  addEventListener("DOMContentLoaded", () => {
    const select = document.querySelector("select[data-theme-choice]");
    if (!select) return;
    select.closest("label").hidden = false;
    select.value = chosen();
    select.addEventListener("change", () => {
      localStorage.setItem(remembered, select.value);
      apply();
    });
  });
})();
