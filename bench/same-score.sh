#!/usr/bin/env bash
# Scores the same claim lines with `gigatrace eval` and with another scorer that prints one line of JSON, and compares.
#   bench/same-score.sh SCORER.py GOLD_DIR CLAIMS.jsonl
set -euo pipefail
[[ $# -eq 3 ]] || { echo "usage: $0 SCORER.py GOLD_DIR CLAIMS.jsonl" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
theirs=$(python3 "$1" "$2" "$3" --json)
ours=$(dotnet run --project "$root/src/Gigatrace.App" -c Release -p:RunAnalyzers=false -- eval "$2" "$3" --format json)
THEIRS=$theirs OURS=$ours python3 - <<'PY'
import json, os, sys
theirs, ours = json.loads(os.environ["THEIRS"]), json.loads(os.environ["OURS"])
apart = [key for key in theirs if abs(theirs[key] - ours[key]) > 1e-9]
for key in theirs:
    print(f"{key:12} {theirs[key]:>10} {ours[key]:>10}{'   differs' if key in apart else ''}")
sys.exit(1 if apart else 0)
PY
