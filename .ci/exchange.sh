#!/usr/bin/env bash
# exchange.sh CLI: writes every list of the example, and a plan with awkward texts, as
# a workbook and as csv, lets LibreOffice save them again as xlsx, ods and csv, and asks
# what taking that in would change: nothing. Needs soffice (libreoffice-calc).
set -euo pipefail
cli="$(realpath "$1") --at 2026-11-29T12:00:00Z"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
$cli new x.ledstjarna --example >/dev/null
doc=$($cli add x.ledstjarna assignment-plan --title 'Plan; med "svåra" texter')
$cli set x.ledstjarna "$doc" 'audiences[+]' '{"name":"Barn; unga"}' >/dev/null
$cli set x.ledstjarna "$doc" 'audiences[+]' '{"name":"Alla"}' >/dev/null
$cli set x.ledstjarna "$doc" 'audiences[+]' '{"name":"Alla"}' >/dev/null
row() { $cli set x.ledstjarna "$doc" 'activities[+]' "$1" >/dev/null; }
row '{"activity":"=1+1","responsible":"@ansvarig","budget":1234.5678,"start":"1899-12-31","end":"2027-02-28","status":"planned","no":"007"}'
row '{"activity":"+46 8 123","result":"'"'"'=SUM(A1)","message":"rad; \"citat\", slut","hours":-3.5,"no":"1e5","link":"https://exempel.se/?a=1&b=2"}'
row '{"activity":"-","responsible":"TRUE","participants":"2027-01-01","message":"1,5","result":"   ","no":"1/2","cost":900000000000.1234}'
row "{\"activity\":\"'apostrof\",\"message\":\"_x000D_ å ä ö é ñ 🎉\",\"accessibility-done\":\"yes\",\"no\":\"0\"}"
list() { $cli show x.ledstjarna "$doc" --json | python3 -c "import json,sys
def rows(x):
    if isinstance(x,dict):
        if '$1' in x: return x['$1']
        for v in x.values():
            r=rows(v)
            if r: return r
print('\n'.join(r['@'] for r in rows(json.load(sys.stdin))))"; }
mapfile -t audiences < <(list audiences)
mapfile -t activities < <(list activities)
for i in 0 1 2; do $cli set x.ledstjarna "$doc" "activities[$((i + 1))].audience" "${audiences[$i]}" >/dev/null; done
$cli set x.ledstjarna "$doc" 'activities[4].depends-on' "${activities[0]},${activities[1]},${activities[2]}" >/dev/null
$cli register x.ledstjarna add channels name '=HYPERLINK("https://exempel.se")' note $'två\nrader; och "citat"' >/dev/null
checked=0
same() { # file list language
  local got
  got=$($cli --lang "$3" exchange x.ledstjarna in "$2" --file "$1" --dry-run --json | python3 -c "import json,sys
d=json.load(sys.stdin)
bad=[r for r in d['rows'] if r['state']!='unchanged']
print(d['new'],d['changed'],d['refused'],d['kept'],len(d['unknown-columns']), d['unchanged']>0, bad[:3] or '')")
  if [ "$got" != "0 0 0 0 0 True " ]; then
    echo "exchange: $1 of $2 in $3: $got" >&2
    exit 1
  fi
  checked=$((checked + 1))
}
office() { soffice -env:UserInstallation="file://$dir/office" --headless --convert-to "$@" >/dev/null 2>&1; }
lists="activities members roles audiences channels meetings periods messages assignments bodies cycles"
for lang in sv en; do
  mkdir -p $lang/xlsx $lang/ods $lang/fromods $lang/csv $lang/fromcsv
  for l in $lists; do
    $cli --lang $lang exchange x.ledstjarna out "$l" --file $lang/"$l".xlsx
    $cli --lang $lang exchange x.ledstjarna out "$l" --file $lang/"$l".csv
  done
  # UTF-8, with the language's separator; as texts, since a csv does not tell "007" from 7
  sep=44 texts=$(seq -s / 1 30 | sed 's:/:/2/:g; s:$:/2:')
  [ $lang = sv ] && sep=59
  office xlsx --outdir $lang/xlsx $lang/*.xlsx
  office ods --outdir $lang/ods $lang/*.xlsx
  office xlsx --outdir $lang/fromods $lang/ods/*.ods
  office "csv:Text - txt - csv (StarCalc):$sep,34,76,1,,0,false,true,false" --outdir $lang/csv $lang/*.xlsx
  office xlsx --infilter="CSV:$sep,34,76,1,$texts,0,true,false" --outdir $lang/fromcsv $lang/*.csv
  other=$([ $lang = sv ] && echo en || echo sv)
  for l in $lists; do
    for f in $lang/xlsx/"$l".xlsx $lang/fromods/"$l".xlsx $lang/csv/"$l".csv $lang/fromcsv/"$l".xlsx; do
      same "$f" "$l" "$lang"
      same "$f" "$l" "$other"
    done
  done
done
echo "exchange: $checked files that LibreOffice saved change nothing"
