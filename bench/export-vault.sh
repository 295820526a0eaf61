#!/usr/bin/env bash
# How long `gigatrace export vault` takes on some two thousand plants; then the vault is read and written again, and must be the same to the byte.
#   bench/export-vault.sh [FOLDER]      the vault is left in FOLDER where one is named
# Ends with 1 where writing takes longer than a minute, or anything differs; on a busy machine look at the time of the processor beside it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
vault=${1:-$work/vault}
mkdir -p "$work/texts"
dotnet build "$root/src/Gigatrace.App" -c Release -v quiet -p:RunAnalyzers=false
program=$root/src/Gigatrace.App/bin/Release/net10.0/gigatrace

# Of each works of the list two texts: what was planned for it, and what became of it; of each third a second plant.
awk -F '\t' -v folder="$work/texts" '
NR > 1 && $1 != "" && $3 != "" {
  n++
  a = folder "/" n "-a.md"; b = folder "/" n "-b.md"; where = $3 ", " $4
  print "---\npublisher: Battery Post\npublished: 2023-0" (1 + n % 9) "-11\n---\n# " $1 " to build in " $3 "\n\n" $1 " plans a battery plant in " where ". The plant will have an annual capacity of " (5 + n % 40) " GWh. Production is to start in 2025. The plant will create " (100 + n % 900) " jobs. " $1 " invests " (100 + n % 900) " million euros in the plant.\n" > a; close(a)
  print "---\npublisher: Morning Cell\npublished: 2025-0" (1 + n % 9) "-21\n---\n# " $1 " opens plant in " $3 "\n\n" $1 " has opened its battery plant in " where ". The plant has an annual capacity of " (4 + n % 40) " GWh. It supplies Renault and BMW. The European Investment Bank lent 200 million euros for the plant." (n % 3 ? "" : " " $1 " is building a second plant in " $3 " with a capacity of " (10 + n % 20) " GWh.") "\n" > b; close(b)
}' "$root/knowledge/lexicon/sites.tsv"

export GIGATRACE_LEDGER=$work/ledger.db
"$program" read "$work/texts" --format json > /dev/null
"$program" plants --format jsonl | wc -l | sed 's/$/ plants/'
TIMEFORMAT='%R s, of the processor %U s'
started=$(date +%s)
time "$program" export vault "$vault" --format json > "$work/first.json"
took=$(($(date +%s) - started))
find "$vault" -name '*.md' | wc -l | sed 's/$/ notes/'
time "$program" export vault "$vault" --format json > "$work/second.json"
"$program" read "$vault" --format json > "$work/read.json"
cp -r "$vault" "$work/before"
"$program" export vault "$vault" --format json > "$work/third.json"
diff -rq "$work/before" "$vault" && echo "the same when read and written again"
[[ $took -le 60 ]]
