#!/usr/bin/env bash
# How long `gigatrace check` takes on a vault of many notes, most of which have nothing to do with batteries.
# usage: bench/check.sh [NOTES]      (7900 where nothing is said; the ledger is made from samples/)
set -euo pipefail
cd "$(dirname "$0")/.."
notes=${1:-7900}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build -c Release -v q --nologo src/Gigatrace.App > /dev/null
run() { dotnet src/Gigatrace.App/bin/Release/net10.0/gigatrace.dll "$@"; }
run read samples --ledger "$work/ledger.db" > /dev/null 2>&1
mkdir "$work/vault"
awk -v notes="$notes" -v vault="$work/vault" 'BEGIN {
  srand(7)
  split("meeting garden recipe travel reading project invoice music history physics family budget", topic, " ")
  split("AESC:Douai CATL:Arnstadt PowerCo:Salzgitter ACC:Kaiserslautern AESC:Sunderland CATL:Debrecen", plant, " ")
  split("planned,under construction,operating,paused", state, ",")
  for (i = 1; i <= notes; i++) {
    folder = vault "/" topic[1 + i % 12]
    if (!(folder in made)) { system("mkdir -p " folder); made[folder] = 1 }
    file = folder "/note-" i ".md"
    printf "---\ntags: [%s]\n---\n# Note %d\n\n", topic[1 + i % 12], i > file
    lines = 5 + int(rand() * 60)
    for (j = 0; j < lines; j++) printf "Line %d on %s, with a [[note-%d]] and what came of it in %d.\n", j, topic[1 + (i + j) % 12], 1 + int(rand() * notes), 1990 + int(rand() * 36) > file
    if (i % 12 == 0) {
      split(plant[1 + int(rand() * 6)], name, ":")
      printf "\nThe battery plant of %s in %s is %s. Its capacity is %d GWh a year.\n\n| Plant | Status | Capacity |\n|---|---|---|\n| %s %s | %s | %d GWh |\n", name[1], name[2], state[1 + int(rand() * 4)], 5 + int(rand() * 60), name[1], name[2], state[1 + int(rand() * 4)], 5 + int(rand() * 60) > file
    }
    close(file)
  }
}'
time run check "$work/vault" --ledger "$work/ledger.db" | tail -2
