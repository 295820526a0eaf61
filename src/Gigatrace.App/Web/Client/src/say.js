let region;

/** Tells it to who listens; with `seen`, which is for what went wrong, at the foot of the window too. */
export function say(text, seen = false) {
  if (!region) {
    region = document.createElement("p");
    region.id = "said";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.className = seen ? "" : "unseen";
  region.textContent = text;
}
