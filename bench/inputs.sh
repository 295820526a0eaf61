#!/usr/bin/env bash
# What comes of every file of some folders: a table, one file a line, with documents, characters, seconds, peak MiB and the first message.
#   bench/inputs.sh FOLDER…
# Each file is read by a process of its own. The exit code is 1 if any crashed, took over LIMIT seconds (60) or 512 MiB, or gave neither
# a document nor a message. Needs GNU time and jq.
set -uo pipefail
[[ $# -ge 1 ]] || { echo "usage: $0 FOLDER…" >&2; exit 2; }
[[ -x /usr/bin/time ]] && command -v jq > /dev/null || { echo "$0 needs GNU time and jq: apt-get install time jq" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dotnet build "$root/src/Gigatrace.App" -c Release -v quiet -p:RunAnalyzers=false >&2 || exit 2
program=$root/src/Gigatrace.App/bin/Release/net10.0/gigatrace
limit=${LIMIT:-60}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
files=0 documents=0 none=0 wrong=0 slowest=0 largest=0

printf '%-60s %9s %10s %7s %6s  %s\n' file documents characters seconds MiB message
while IFS= read -r -d '' file; do
  /usr/bin/time -o "$scratch/time" -f '%e %M' timeout -k 5 "$limit" "$program" text "$file" --format jsonl > "$scratch/out" 2> "$scratch/err"
  code=$?
  read -r seconds kib < <(tail -1 "$scratch/time")
  read -r count characters < <(jq -rn 'reduce inputs as $d ([0, 0]; [.[0] + 1, .[1] + ($d.text | length)]) | @tsv' "$scratch/out" 2> /dev/null || echo "0 0")
  message=$(grep -m 1 '^gigatrace: ' "$scratch/err" | grep -v 'no document could be read' | sed 's/^gigatrace: //')
  mib=$(((kib + 1023) / 1024))
  fault=
  if [[ $code -eq 124 || $code -eq 137 ]]; then fault="HUNG"
  elif grep -q '^   at ' "$scratch/err" || [[ $code -ne 0 && $code -ne 2 ]]; then fault="CRASHED ($code)"
  elif [[ $mib -gt 512 ]]; then fault="OVER 512 MiB"
  elif [[ $count -eq 0 && -z $message ]]; then fault="NOTHING AND NO MESSAGE"
  fi
  [[ -n $fault ]] && wrong=$((wrong + 1))
  files=$((files + 1)); documents=$((documents + count))
  [[ $count -eq 0 ]] && none=$((none + 1))
  [[ $mib -gt $largest ]] && largest=$mib
  slowest=$(printf '%s\n%s\n' "$slowest" "$seconds" | sort -n | tail -1)
  printf '%-60s %9d %10d %7s %6d  %s%s\n' "${file##*/}" "$count" "$characters" "$seconds" "$mib" "${fault:+$fault }" "$message"
done < <(find "$@" -type f -print0 | sort -z)

echo
echo "$files files: $documents documents, $none files with none but a message, $wrong wrong; at most $slowest s and $largest MiB"
[[ $wrong -eq 0 ]]
