#!/usr/bin/env bash
# Pages a second on one core, over a folder of saved pages (*.html), in one run; medians of five rounds of processor time.
#   bench/web.sh FOLDER [PEER]     PEER: a folder in which npm may install @mozilla/readability and linkedom; without it the peer is left out
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(cd "${1:?usage: bench/web.sh FOLDER [PEER]}" && pwd)
dotnet build "$root/benchmarks/Gigatrace.Benchmarks" -c Release -v quiet -p:RunAnalyzers=false > /dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

peer=
if [[ $# -lt 2 ]]; then echo "no folder for the peer given: it is left out"
elif ! command -v node > /dev/null || ! command -v npm > /dev/null; then echo "no Node here: the peer is left out"
elif mkdir -p "$2" && cd "$2" && ! npm install --ignore-scripts --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.9 > "$work/npm.log" 2>&1; then echo "npm cannot install here: the peer is left out"
else peer=yes
fi

if [[ -n $peer ]]; then
  cat > peer.mjs <<'JS'
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import fs from 'fs';
const folder = process.argv[2];
const pages = fs.readdirSync(folder).filter(name => name.endsWith('.html')).sort().map(name => fs.readFileSync(`${folder}/${name}`));
let letters = 0;
function read() {
  for (const bytes of pages) {
    try { letters += new Readability(parseHTML(bytes.toString('utf8')).document).parse()?.textContent.length ?? 0; } catch { }
  }
}
read();
const rates = [];
for (let round = 0; round < 5; round++) {
  const before = process.cpuUsage();
  read();
  const spent = process.cpuUsage(before);
  rates.push(pages.length / ((spent.user + spent.system) / 1e6));
}
console.log(JSON.stringify({ pages: pages.length, letters, pages_per_s: rates.sort((a, b) => a - b)[2] }));
JS
fi

dotnet "$root/benchmarks/Gigatrace.Benchmarks/bin/Release/net10.0/Gigatrace.Benchmarks.dll" web "$folder" | tee "$work/ours.json"
[[ -z $peer ]] || node peer.mjs "$folder" > "$work/peer.json"
python3 - "$work" <<'PY'
import json, os, sys
ours = json.load(open(sys.argv[1] + "/ours.json"))
print(f"AngleSharp, parse alone: {ours['parse_pages_per_s']:.0f} pages/s")
print(f"read whole: {ours['read_pages_per_s']:.0f} pages/s, {ours['of_parse']:.2f} of the parse")
if os.path.exists(sys.argv[1] + "/peer.json"):
    peer = json.load(open(sys.argv[1] + "/peer.json"))["pages_per_s"]
    print(f"readability with linkedom: {peer:.0f} pages/s; ours is {ours['read_pages_per_s'] / peer:.1f} times that")
PY
