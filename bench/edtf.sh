#!/bin/sh
# How many EDTF strings are judged right.  Usage: bench/edtf.sh FILE [--verbose]
# FILE is a Python test file of edtf-validate with lists of quoted strings.
set -eu
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project benchmarks/Gigatrace.Benchmarks -- edtf "$@"
