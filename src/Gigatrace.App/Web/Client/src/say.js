let region;

/** Tells it to who listens, when the page itself has changed for who looks. */
export function say(text) {
  if (!region) {
    region = document.createElement("p");
    region.id = "said";
    region.className = "unseen";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = text;
}
