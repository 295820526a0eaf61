#!/usr/bin/env bash
# Speed beside other programs, on the same text in the same run; rates are of one core's time, medians of five rounds.
#   bench/peers.sh PEERS      a folder with bench_nlp.js, gen_corpus.py, package.json; seed texts in PEERS/../../seeds (or $SEEDS)
# Nothing is installed here: the folder is copied to a temporary one, and npm installs there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=${1:?usage: bench/peers.sh PEERS}
[[ -f $peers/bench_nlp.js && -f $peers/gen_corpus.py ]] || { echo "bench/peers.sh: no bench_nlp.js and gen_corpus.py in $peers" >&2; exit 2; }
peers=$(cd "$peers" && pwd)
seeds=$(cd "${SEEDS:-$peers/../../seeds}" && pwd)
dotnet build "$root/benchmarks/Gigatrace.Benchmarks" -c Release -v quiet -p:RunAnalyzers=false > /dev/null
ours() { dotnet "$root/benchmarks/Gigatrace.Benchmarks/bin/Release/net10.0/Gigatrace.Benchmarks.dll" "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# gen_corpus.py looks for the seeds two folders up.
mkdir -p "$work/a/b"
cp "$peers"/* "$work/a/b/"
ln -s "$seeds" "$work/seeds"
cd "$work/a/b"
python3 gen_corpus.py > /dev/null

# The relevant texts alone, as the peer reads them too; and a stream with one of them in a hundred.
python3 - <<'PY'
import json, re
texts = [json.loads(line)["text"] for line in open("work/corpus/docs.jsonl")]
field = re.compile(r"batter|gigafactor|gwh|gigawatt|lithium| cells| cell |accumulator", re.I)
relevant = [text for text in texts if field.search(text)]
others = [text for text in texts if not field.search(text)] * 4
stream = [text for at, other in enumerate(others) for text in ([other, relevant[at // 99 % len(relevant)]] if at % 99 == 98 else [other])]
for name, some in (("corpus/docs", relevant), ("stream", stream)):
    with open(f"work/{name}.jsonl", "w") as file:
        for at, text in enumerate(some): file.write(json.dumps({"id": at, "text": text}, ensure_ascii=False) + "\n")
PY

wink=
if ! command -v node > /dev/null || ! command -v npm > /dev/null; then echo "no Node here: the peer is left out"
elif ! npm install --ignore-scripts --no-audit --no-fund > npm.log 2>&1; then echo "npm cannot install here ($(grep -m1 -i err npm.log)): the peer is left out"
else wink=yes
fi

# They take turns, so that both meet the same neighbours.
for round in 1 2 3; do
  [[ -z $wink ]] || node bench_nlp.js wink-full 5 | tee -a wink.jsonl
  ours claims work/corpus/docs.jsonl | tee -a claims.jsonl
done
ours stream work/stream.jsonl | tee stream.json
python3 - <<'PY'
import json, os, statistics
def rate(name): return statistics.median(json.loads(line)["MB_per_cpu_s"] for line in open(name))
ours = rate("claims.jsonl")
print(f"relevant text to claims: {ours:.2f} MB/s")
if os.path.exists("wink.jsonl"): print(f"wink-nlp, default pipeline: {rate('wink.jsonl'):.2f} MB/s; ours is {ours / rate('wink.jsonl'):.2f} times that")
stream = json.load(open("stream.json"))
print(f"one relevant text in a hundred: {stream['MB_per_cpu_s']:.0f} MB/s, {stream['of_decoding_each']:.2f} of decoding each text from UTF-8, {stream['of_decoding_whole']:.2f} of decoding all in one piece")
PY
