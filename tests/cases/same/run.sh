#!/bin/sh
# What two articles may both report: `dateline same` over graphs of articles made here.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"

article() { # name day Chinese body
    printf '### %s\n\n%s\n第1版()\n专栏：\n\n    %s\n    %s\n' "$1" "$2" "$1" "$3" >"$FOLDER/$2_$1.md"
    "$DATELINE" extract -t ntriples -o "$FOLDER/$1.nt" "$FOLDER/$2_$1.md"
}

same() { # graph...; the list without its head
    "$DATELINE" same "$@" | tail -n +2
}

lines() { # number graph...
    wanted=$1
    shift
    same "$@" >"$FOLDER/list" && [ "$(wc -l <"$FOLDER/list")" -eq "$wanted" ]
}

cd "$FOLDER" || exit 1
article 工人日报消息 1957-03-05 '新华社北京四日电　教育部四日向清华大学颁发了奖状。'
article 教育部消息 1957-03-06 '新华社北京五日电　教育部四日向清华大学颁发了奖状，'
article 次日消息 1957-03-07 '新华社北京六日电　教育部五日向清华大学颁发了奖状。'
article 他部消息 1957-03-08 '新华社北京七日电　文化部四日向清华大学颁发了奖状。'
article 未颁消息 1957-03-09 '新华社北京八日电　教育部四日没有向清华大学颁发奖状。'
article 群众消息 1957-03-10 '新华社北京九日电　群众四日向清华大学赠送了锦旗。'
article 群众又一 1957-03-11 '新华社北京十日电　群众四日向清华大学赠送了锦旗。'

holds 'the award that two articles report' lines 1 工人日报消息.nt 教育部消息.nt
holds 'another day, another body, and what was not done' lines 0 工人日报消息.nt 次日消息.nt 他部消息.nt 未颁消息.nt
holds 'by nobody who is known' lines 0 群众消息.nt 群众又一.nt
holds 'one article twice' lines 0 工人日报消息.nt 工人日报消息.nt
holds 'one of seven' lines 1 ./*.nt
holds 'the day, the kind and what is shared' grep -q '^1957-03-04	Award	.*	agent object	' list
holds 'the words of both' grep -qE 'zh#char=[0-9]+,[0-9]+	[^	]+zh#char=[0-9]+,[0-9]+$' list

# In whatever order, form and number of files.
same 工人日报消息.nt 教育部消息.nt >forward
same 教育部消息.nt 工人日报消息.nt >backward
holds 'in either order' cmp forward backward
for ending in ttl nq; do
    "$DATELINE" extract -o "all.$ending" ./*.md
    same "all.$ending" >"from_$ending"
    holds "from one .$ending" cmp forward "from_$ending"
done

# As RDF: linked, and never merged.
"$DATELINE" same -o links.nt ./*.nt
holds 'one link' [ "$(grep -c 'ontology#sameHappening>' links.nt)" -eq 1 ]
holds 'it rests on two claims' [ "$(grep -c 'prov#wasDerivedFrom> <[^>]*/claim/' links.nt)" -eq 2 ]
holds 'it says on what they agree' [ "$(grep -c 'ontology#agreesOn>' links.nt)" -eq 3 ]
holds 'nothing is said to be one thing' [ "$(grep -c sameAs links.nt)" -eq 0 ]
"$DATELINE" same -t turtle ./*.nt >links.ttl
holds 'as Turtle too' grep -q 'a dl:Coincidence ;' links.ttl

conclude
