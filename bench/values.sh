#!/bin/sh
# How many public cases of sums and dates are read exactly.  Usage: bench/values.sh FOLDER [--verbose]
# FOLDER holds currency.json and dates.json (Recognizers-Text specifications, English). Their dates are those of a diary, and so they are read.
set -eu
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project benchmarks/Gigatrace.Benchmarks -- values "$@"
