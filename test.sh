#!/usr/bin/env bash
# Restores, builds and runs all tests; needs nothing but the .NET SDK of global.json. What reads PDFs, the PostgreSQL server and Chromium are installed
# where that can be done without asking (apt-get as root); without them a stand-in is tested, and ledgers on a server and pages in a browser are not. The
# tests start and stop the server and the browser themselves. Where Node.js is, the browser's part is built in and its functions are tested too. Ends with "N passed, N failed".
#   ./test.sh          all but the long ones, in well under ten minutes
#   ./test.sh --long   the long ones too (trait Category=Long)
# With CI=true, packages must restore as locked and no test may be skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

filter=(--filter 'Category!=Long')
case "${1:-}" in
  '') ;;
  --long) filter=() ;;
  *) echo "usage: ./test.sh [--long]" >&2; exit 2 ;;
esac

missing=()
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
if [[ ${#missing[@]} -gt 0 && $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
  # Debian would make and start a server of its own.
  [[ -e /etc/postgresql-common/createcluster.conf ]] || { mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf; }
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "${missing[@]}"; } >/dev/null 2>&1 ||
    echo "${missing[*]} could not be installed; PDFs are tested with a stand-in, ledgers on a server and pages in a browser only where there is one" >&2
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

dotnet restore Gigatrace.slnx
dotnet build Gigatrace.slnx --no-restore --configuration Release
ended=0
dotnet test Gigatrace.slnx --no-build --configuration Release "${filter[@]}" \
  --logger trx --results-directory "$results" || ended=$?

browser=$results/browser.tap
if command -v node >/dev/null && [[ $(node --version) =~ ^v([0-9]+) && ${BASH_REMATCH[1]} -ge 20 ]]; then
  node --test --test-reporter=tap src/Gigatrace.App/Web/Client/test/*.test.js >"$browser" || { ended=1; grep -A12 '^not ok' "$browser" >&2; }
fi

# What the browser's tests closed with: "# pass 11", "# fail 0".
browsers() {
  local line n=0
  line=$(grep -m1 "^# $1 [0-9]*$" "$browser" 2>/dev/null) && n=${line##* }
  echo "$n"
}

# The sum of one attribute of <Counters total="…" executed="…" passed="…" failed="…" …/> over all test projects.
count() {
  local sum=0 n
  for n in $(cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*'); do sum=$((sum + n)); done
  echo "$sum"
}

passed=$(count passed)
failed=$(( $(count failed) + $(count error) + $(count timeout) + $(count aborted) + $(browsers fail) ))
skipped=$(( $(count total) - $(count executed) ))
if [[ $passed -eq 0 ]]; then echo "no test ran" >&2; ended=1; fi
passed=$(( passed + $(browsers pass) ))
if [[ $skipped -gt 0 ]]; then
  echo "$skipped skipped"
  if [[ ${CI:-} == true ]]; then ended=1; fi
fi
if [[ $failed -gt 0 && $ended -eq 0 ]]; then ended=1; fi
echo "$passed passed, $failed failed"
exit "$ended"
