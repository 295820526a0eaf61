#!/usr/bin/env bash
# A made-up vault of notes and how long `gigatrace read` takes on it, extraction and ledger included; then once more, unchanged.
#   bench/vault.sh [NOTES] [LINKS] [FOLDER]      8000 notes, 200000 links; the vault is left in FOLDER where one is named
# Ends with 1 where the first reading takes longer than a minute; on a busy machine look at the time of the processor beside it.
set -euo pipefail
notes=${1:-8000} links=${2:-200000}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
vault=${3:-$work/vault}
mkdir -p "$vault"/{plants,companies,people,daily,.obsidian,templates}

# The same arguments give the same bytes: a small generator of its own stands in for chance.
awk -v notes="$notes" -v links="$links" -v vault="$vault" '
function chance(n) { seed = (seed * 16807) % 2147483647; return seed % n }
function one(list) { return list[1 + chance(list[0])] }
function fill(list, text,   n) { n = split(text, list, ","); list[0] = n }
function link(   to) { to = chance(notes); return chance(3) ? "[[note " to "]]" : "[[note " to "#Plans|" one(makers) "]]" }
function sentence() {
  return one(makers) " " one(verbs) " its battery plant in " one(places) " in " (2018 + chance(9)) ", " link() " says; it " one(plans) " " (1 + chance(60)) " GWh a year and " (50 * (1 + chance(60))) " jobs."
}
BEGIN {
  seed = 20250603
  fill(makers, "AESC,CATL,Northvolt,ACC,Verkor,PowerCo,LG Energy Solution,Samsung SDI,SK On,BYD")
  fill(places, "Douai,Dunkirk,Debrecen,Arnstadt,Salzgitter,Skelleftea,Wroclaw,Sunderland,Gödöllő,Zaragoza")
  fill(verbs, "opened,began to build,will expand,paused,announced")
  fill(plans, "will have a capacity of,has a capacity of,is to reach,may be expanded to")
  fill(folders, "plants,companies,people,daily")
  each = int(links / notes); extra = links - each * notes
  for (n = 0; n < notes; n++) {
    file = vault "/" one(folders) "/note " n ".md"; left = each + (n < extra)
    print "---\naliases: [note-" n "]\ntags: [battery, plant/europe]\ncreated: " (2019 + n % 7) "-" sprintf("%02d-%02d", 1 + n % 12, 1 + n % 28) "\n---\n# Note " n "\n" > file
    print "> [!info] Where it stands\n> " sentence() " ^b" n "\n\n## Plans\n" > file; left--
    for (; left > 14; left -= 2) print sentence() " " one(makers) " is ==watched== there #plant/" n % 7 ", as " link() " adds.\n" > file
    print "| plant | capacity | source |\n| :--- | ---: | --- |" > file
    for (row = 0; row < 3 && left > 0; row++) { print "| " one(makers) " " one(places) " | " (1 + chance(60)) " GWh | [[note " chance(notes) "\\|source]] |" > file; left-- }
    print "\nstatus:: planned\n\n```dataview\nTABLE capacity FROM #plant\n```\n\n%% to be checked %%\n" > file
    for (; left > 0; left--) print "- [ ] see " link() " on " one(makers) > file
    close(file)
  }
}'
printf '%s\n' '{}' > "$vault/.obsidian/app.json"
printf '%s\n' '# {{title}}' > "$vault/templates/note.md"
echo "$(find "$vault" -name '*.md' | wc -l) notes, $(grep -oh '\[\[' -r "$vault" --include='*.md' | wc -l) links, $(du -sm "$vault" | cut -f1) MB"

dotnet build "$root/src/Gigatrace.App" -c Release -v quiet -p:RunAnalyzers=false
program=$root/src/Gigatrace.App/bin/Release/net10.0/gigatrace
for what in first again; do
  start=$(date +%s.%N)
  TIMEFORMAT='%U s of processor time, %S s of the system'
  spent=$({ time "$program" read "$vault" --ledger "$work/vault.db" --format json > "$work/$what.json" 2> "$work/$what.txt"; } 2>&1)
  took=$(echo "$(date +%s.%N) - $start" | bc)
  echo "$what: $took s, $spent"
  tail -1 "$work/$what.txt"
  if [[ $what == first && $(echo "$took > 60" | bc) -eq 1 ]]; then slow=1; fi
done
exit "${slow:-0}"
