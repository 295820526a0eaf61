#!/usr/bin/env bash
# How well saved web pages are read: the text that must and must not come out, titles, authors and dates, against annotated pages.
#   bench/pages.sh WEB [WEBDATES]
# WEB and WEBDATES hold NUMBER.html.gz and gold.json (the form of trafilatura's and htmldate's evaluations). Printed for all pages, for the two
# thirds that may be looked at (number modulo 3 below 2) and for the third that is kept aside. Needs python3.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[[ $# -ge 1 && -f $1/gold.json ]] || { echo "usage: $0 WEB [WEBDATES]" >&2; exit 2; }
dotnet build "$root/src/Gigatrace.App" -c Release -v quiet -p:RunAnalyzers=false >&2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for folder in "$@"; do
  mkdir -p "$scratch/pages"
  for page in "$folder"/*.html.gz; do gunzip -c "$page" > "$scratch/pages/$(basename "$page" .gz)"; done
  (cd "$scratch" && "$root/src/Gigatrace.App/bin/Release/net10.0/gigatrace" text pages --format jsonl > read.jsonl 2> messages)
  python3 - "$folder/gold.json" "$scratch/read.jsonl" << 'PY'
import json, re, sys

gold = json.load(open(sys.argv[1]))
read = {page["doc"]: page for page in map(json.loads, open(sys.argv[2]))}
plain = lambda text: re.sub(r"\s+", " ", text or "").strip()
names = lambda given: {plain(name).lower() for part in (given if isinstance(given, list) else [given or ""]) for name in re.split(r"[;,]| and ", part) if name.strip()}
rate = lambda right, of: f"{right}/{of} = {right / of:.3f}" if of else "none"

for part, held in (("all", (0, 1, 2)), ("open", (0, 1)), ("kept aside", (2,))):
    pages = [(read.get(key) or {}, page) for key, page in sorted(gold.items()) if int(key) % 3 in held]
    line = []
    if any("with" in page for _, page in pages):
        found = [(plain(words) in plain(ours.get("text")), wanted) for ours, page in pages for wanted, words in [(True, w) for w in page["with"]] + [(False, w) for w in page["without"]]]
        right, wrong, missed = sum(a and b for a, b in found), sum(a and not b for a, b in found), sum(b and not a for a, b in found)
        line.append(f"text P {right / (right + wrong):.3f} R {right / (right + missed):.3f} F {2 * right / (2 * right + wrong + missed):.3f}")
        for key, same in (("title", lambda a, b: plain(a).lower() == plain(b).lower()), ("author", lambda a, b: names(a) == names(b))):
            asked = [(ours.get(key), page[key]) for ours, page in pages if page.get(key)]
            line.append(f"{key} {rate(sum(same(*pair) for pair in asked), len(asked))}")
    asked = [((ours.get("published") or "")[:10], page["date"][:10]) for ours, page in pages if page.get("date")]
    line.append(f"date {rate(sum(a == b for a, b in asked), len(asked))}, {sum(not a for a, _ in asked)} without one")
    print(f"{part + ':':12}{' · '.join(line)}")
PY
  rm -r "$scratch/pages"
done
