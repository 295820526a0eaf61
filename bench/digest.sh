#!/usr/bin/env bash
# Whether digests name what a careful reader would, and nothing that is not in the text.
#   bench/digest.sh FACTS DOCUMENTS [FACTS DOCUMENTS]…     bench/digest/seeds.tsv with a folder of the texts it names; facts.tsv with documents/ in tests/Gigatrace.Tests/Publishing/Digests
# FACTS has a line for each fact: the document's name, the fact in words, and the claims that would name it (subject/predicate/value or other side; …). A fact is named
# if a bullet rests on such a claim; a plant, its company and a joint venture's other name count as one subject. Every quote of every line is looked up in the text. Ends with 1 below 0.9.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[[ $# -ge 2 ]] || { echo "usage: bench/digest.sh FACTS DOCUMENTS [FACTS DOCUMENTS]…" >&2; exit 2; }
dotnet build "$root/src/Gigatrace.App" -c Release -v quiet -p:RunAnalyzers=false > /dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
while [[ $# -ge 2 ]]; do
  facts=$1 documents=$2
  shift 2
  for name in $(tail -n +2 "$facts" | cut -f1 | sort -u); do
    file=$(find "$documents" -maxdepth 1 \( -name "$name.txt" -o -name "$name.md" \) | head -1)
    "$root/src/Gigatrace.App/bin/Release/net10.0/gigatrace" digest "$file" --ledger "$work/none.db" --format json > "$work/$name.json"
    cp "$file" "$work/$name.text"
  done
  python3 - "$facts" "$work" <<'PYTHON' || failed=1
import json, re, sys, unicodedata
facts, work = sys.argv[1], sys.argv[2]
fold = lambda text: re.sub(r'\W+', ' ', ''.join(c for c in unicodedata.normalize('NFD', str(text).lower()) if not unicodedata.combining(c))).strip()
def same(one, other):
    a, b = fold(one), fold(other)
    if a == b or a.startswith(b + ' ') or b.startswith(a + ' '): return True
    a, b = a.split(), b.split()
    return a[-1] == b[-1] and bool(set(a[:-1]) & set(b[:-1]))
named = total = untrue = quotes = 0
rows = [line.rstrip('\n').split('\t') for line in open(facts, encoding='utf-8')][1:]
for doc in dict.fromkeys(row[0] for row in rows):
    digest = json.load(open(f'{work}/{doc}.json', encoding='utf-8'))
    text = open(f'{work}/{doc}.text', encoding='utf-8', newline='').read()
    for line in digest['bullets'] + digest['who'] + digest['when']:
        if not line['evidence']: untrue += 1; print(f'  no evidence: {line}')
        for words in line['evidence']:
            quotes += 1
            if words['quote'] not in text: untrue += 1; print(f"  not in the text: {words['quote']}")
    said = [one for bullet in digest['bullets'] for one in bullet['statements']]
    missed = []
    for _, fact, claims in (row for row in rows if row[0] == doc):
        total += 1
        def holds(claim):
            subject, predicate, value = claim.strip().split('/', 2)
            def fits(one):
                if one['predicate'] != predicate: return False
                other = one['object'] if one['object'] is not None and not value.replace('.', '').isdigit() else one['value']
                got = [other] + ([one['subject']] if predicate == 'partnership' else [])
                right = any(fold(value) == fold(v) if not isinstance(v, (int, float)) else float(v) == float(value) if value.replace('.', '').isdigit() else False for v in got if v is not None)
                return right and (same(one['subject'], subject) or predicate == 'partnership' and same(str(one['object']), subject))
            return any(fits(one) for one in said)
        if any(holds(claim) for claim in claims.split(';')): named += 1
        else: missed.append(fact)
    print(f"{doc}: {len(digest['bullets'])} bullets{''.join(f'; missed: {fact}' for fact in missed)}")
print(f'{named} of {total} facts named ({named / total:.2f}); {quotes} quotes, {untrue} not in their text')
sys.exit(0 if named >= 0.9 * total and untrue == 0 else 1)
PYTHON
done
exit $failed
