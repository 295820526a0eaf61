#!/usr/bin/env bash
# The whole program on a folder of documents, as a person meets it: every verb ends well, reading twice changes nothing,
# pipes may close, a ledger of something else is refused, Ctrl-C does no harm.
#   bench/whole-program.sh DOCUMENTS
set -uo pipefail
[[ $# -eq 1 && -e $1 ]] || { echo "usage: $0 DOCUMENTS" >&2; exit 2; }
documents=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dotnet build "$root/src/Gigatrace.App" -c Release -v quiet -p:RunAnalyzers=false || exit 2
program=$root/src/Gigatrace.App/bin/Release/net10.0/gigatrace
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
wrong=0

# expect CODE DESCRIPTION COMMAND…: the exit code is so, and nothing looks like a stack trace.
expect() {
  local code=$1 what=$2; shift 2
  "$@" > out.txt 2> err.txt; local got=$?
  if [[ $got -ne $code ]] || grep -q '^   at ' out.txt err.txt; then
    echo "WRONG  $what: exit code $got, not $code"; sed 's/^/       /' err.txt | head -3; wrong=$((wrong + 1))
  else
    echo "ok     $what"
  fi
}

expect 0 "read" "$program" read "$documents"
for verb in plants timeline who disagreements; do
  for form in table json jsonl csv markdown; do expect 0 "$verb --format $form" "$program" "$verb" --format "$form" --evidence; done
done
"$program" plants --format json > before.json; "$program" disagreements --format json >> before.json
expect 0 "read again" "$program" read "$documents" --format json
if grep -q '"result": "\(new\|changed\|reread\)"' out.txt; then echo "WRONG  reading again recorded something"; wrong=$((wrong + 1)); fi
"$program" plants --format json > after.json; "$program" disagreements --format json >> after.json
cmp -s before.json after.json && echo "ok     reading again changed nothing" || { echo "WRONG  reading again changed findings"; wrong=$((wrong + 1)); }
expect 0 "extract" "$program" extract "$documents"
expect 0 "text" "$program" text "$documents" --format jsonl
expect 0 "a pipe that closes" bash -c "set -o pipefail; '$program' extract '$documents' | head -1 > /dev/null"
expect 2 "a path that is not there" "$program" read nowhere
expect 2 "a plant that is not there" "$program" plant "no such plant"
echo "not a database, whatever its name says" > other.db
expect 2 "a ledger that is none" "$program" plants --ledger other.db
expect 2 "no ledger" "$program" plants --ledger none.db
expect 2 "a full disk" bash -c "'$program' plants > /dev/full"
# A shell without a terminal starts what runs beside it deaf to Ctrl-C.
env --default-signal=INT "$program" read "$documents" --ledger cut.db > out.txt 2> err.txt & pid=$!
sleep 0.3; kill -INT "$pid" 2> /dev/null; wait "$pid"; code=$?
[[ $code -eq 130 || $code -eq 0 ]] && echo "ok     Ctrl-C ends with $code" || { echo "WRONG  Ctrl-C ends with $code"; wrong=$((wrong + 1)); }
expect 0 "reading on after Ctrl-C" "$program" read "$documents" --ledger cut.db
echo "$wrong wrong"
[[ $wrong -eq 0 ]]
