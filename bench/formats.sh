#!/usr/bin/env bash
# Reads every open format back with the readers that this machine has: python3 (csv, json, xml), NetworkX, Graphviz, node with the package jsonld.
# usage: bench/formats.sh [LEDGER]     without one: the samples, read into a ledger of their own
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
dotnet build src/Gigatrace.App -c Release -v q --nologo >/dev/null
gigatrace() { dotnet src/Gigatrace.App/bin/Release/net10.0/gigatrace.dll "$@" --ledger "$ledger"; }
ledger=${1:-$work/ledger.db}
[ $# -gt 0 ] || gigatrace read samples >/dev/null 2>&1
gigatrace export findings --format csv > "$work/findings.csv"
gigatrace export findings --evidence > "$work/findings.jsonl"
gigatrace export geojson > "$work/plants.geojson"
gigatrace export atom > "$work/changes.atom"
gigatrace export jsonld > "$work/claims.jsonld"
gigatrace network --format graphml > "$work/network.graphml"
gigatrace network --format dot > "$work/network.dot"
python3 - "$work" <<'PY'
import csv, json, sys, xml.etree.ElementTree as xml
at = sys.argv[1] + "/"
rows = list(csv.DictReader(open(at + "findings.csv", newline="", encoding="utf-8")))
lines = [json.loads(line) for line in open(at + "findings.jsonl", encoding="utf-8")]
assert [row["finding"] for row in rows] == [line["finding"] for line in lines]
print(f"csv, jsonl   {len(rows)} findings")
print(f"geojson      {len(json.load(open(at + 'plants.geojson', encoding='utf-8'))['features'])} plants")
print(f"atom         {len(xml.parse(at + 'changes.atom').getroot().findall('{http://www.w3.org/2005/Atom}entry'))} entries")
try:
    import networkx
    print(f"graphml      {networkx.read_graphml(at + 'network.graphml', force_multigraph=True)}")
except ImportError:
    print(f"graphml      {len(list(xml.parse(at + 'network.graphml').getroot().iter('{http://graphml.graphdrawing.org/xmlns}edge')))} edges (no NetworkX here)")
PY
if command -v dot >/dev/null; then dot -Tsvg "$work/network.dot" | grep -c '<g id="edge' | sed 's/^/dot          /; s/$/ edges drawn/'; else echo "dot          no Graphviz here"; fi
if command -v npm >/dev/null && (cd "$work" && npm install --silent jsonld >/dev/null 2>&1); then
  (cd "$work" && node --input-type=module -e 'import jsonld from "jsonld"; import fs from "fs"; const quads = await jsonld.toRDF(JSON.parse(fs.readFileSync("claims.jsonld")), {format: "application/n-quads"}); console.log(`jsonld       ${quads.trim().split("\n").length} statements`)')
else echo "jsonld       no package jsonld here"; fi
