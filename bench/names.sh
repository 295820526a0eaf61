#!/bin/sh
# How well names of organisations and persons are told apart, against labelled pairs.  Usage: bench/names.sh CASES_CSV [--verbose [--wrong] [--kept]]
# CASES_CSV has the columns case_group, schema, name1, name2, is_match, quality, category, notes. A pair is kept aside when the first byte of the SHA-256 of
# its two names, sorted and joined by a tab, is odd; the table of comparisons was made looking at the others only. --verbose prints each decision of the
# tuned half with the rows that held and their weights, --wrong only the wrong ones, --kept those of the kept half too.
set -eu
[ $# -ge 1 ] && [ -f "$1" ] || { echo "usage: $0 CASES_CSV [--verbose [--wrong] [--kept]]" >&2; exit 2; }
cases=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
cd "$(dirname "$0")/.."
exec dotnet run -c Release -p:RunAnalyzers=false -v quiet --project benchmarks/Gigatrace.Benchmarks -- names "$cases" "$@"
