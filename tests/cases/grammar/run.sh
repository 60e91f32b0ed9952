#!/bin/sh
# What words do is said by the lexicon and by cues alone: a word that a user's file gives a kind of grammar.tsv, and one
# that a cue of the user's has, is read so at once.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"

mkdir "$FOLDER/words" "$FOLDER/rules"

# The facts of an article, one behind the other.
told() { # further arguments
    "$DATELINE" explain "$@" "$FOLDER/article.md" 2>&1 | sed -n 's/^  => //p' | paste -s -d '+' -
}

article() { # language, sentence
    case $1 in
    en) printf 'Title: News\nAuthor:\nDate: 1956-05-23\nPage: 2\n\n%s\n' "$2" ;;
    zh) printf '### 消息\n\n1956-05-23\n第2版()\n专栏：\n\n    %s\n' "$2" ;;
    esac >"$FOLDER/article.md"
}

while IFS='|' read -r lang word kinds sentence without with; do
    printf 'word\tlang\tkinds\n%s\t%s\t%s\n' "$word" "$lang" "$(echo "$kinds" | tr + '|')" >"$FOLDER/words/mine.tsv"
    article "$lang" "$sentence"
    is "without $word" "$(told)" "$without"
    is "with $word, $kinds" "$(told --lexicon "$FOLDER/words")" "$with"
done <<'EOF'
zh|念及|preposition+ground|清河大桥念及群众的需要，通车。||Construction Actual object "清河大桥"
zh|嘱托|plain+request|清河大桥应各地的嘱托，通车。||Construction Actual object "清河大桥"
zh|之余|plain+locative|清河大桥在大家的协助之余通车。||Construction Actual object "清河大桥"
zh|本埠|plain+somewhere|清河大桥在本埠于五月一日通车。||Construction Actual date "1956-05-01" object "清河大桥"
zh|干劲|plain+manner|清河大桥以最大的干劲通车。||Construction Actual object "清河大桥"
zh|督促|verb+barrier|清河铁路经过三年施工，督促各方，已经建成。|Construction Actual object "清河铁路"|
zh|纵谈|deed|林业部开了会，纵谈形势，成立了护林学校。|Founding Actual object "护林学校"|Founding Actual agent "林业部" object "护林学校"
zh|几时|plain+loose|林业部任命王大维几时为科长。|Appointment Actual agent "林业部" object "王大维几时" recipient "科长"|Appointment Actual agent "林业部" object "王大维" recipient "科长"
zh|标营|plain+numbered|三十标营战士召开大会。|Meeting Actual agent "标营战士" label "大会" quantity 30 exactly of agent|Meeting Actual agent "三十标营战士" label "大会"
zh|昔者|plain+lead|昔者林业学校召开大会。|Meeting Actual agent "昔者林业学校" label "大会"|Meeting Actual agent "林业学校" label "大会"
zh|公函|plain+order|部长公函盐业学校召开大会。|Meeting Actual agent "部长公函盐业学校" label "大会"|Meeting Actual agent "盐业学校" label "大会"
en|in spite of|opener|The Ministry of Forestry published a book on trees in spite of the delay.|Publication Actual agent "Ministry of Forestry" object "book on trees in spite of the delay"|Publication Actual agent "Ministry of Forestry" object "book on trees"
en|book|aim|The Ministry of Forestry published a book to celebrate the year.|Publication Actual agent "Ministry of Forestry" object "book"|Publication Actual agent "Ministry of Forestry" object "book to celebrate the year"
en|insurrection|sited|The Ministry of Forestry published a book on the insurrection in Shanghai yesterday.|Publication Actual agent "Ministry of Forestry" date "1956-05-22" object "book on the insurrection" place "Shanghai"|Publication Actual agent "Ministry of Forestry" date "1956-05-22" object "book on the insurrection in Shanghai"
en|nowadays|loose|The Ministry of Forestry published a book on trees nowadays.|Publication Actual agent "Ministry of Forestry" object "book on trees nowadays"|Publication Actual agent "Ministry of Forestry" object "book on trees"
EOF

# Of whom it is said, whatever the rest of the reading is.
printf 'word\tlang\tkinds\n介绍\tzh\tattack\n' >"$FOLDER/words/mine.tsv"
article zh 贺兰舟介绍了王大海同志的言行。
is "without 介绍" "$(told | grep -o 'recipient.*')" ""
is "with 介绍, attack" "$(told --lexicon "$FOLDER/words" | grep -o 'recipient.*')" 'recipient "王大海"'

while IFS='|' read -r lang gives looks sentence without with; do
    printf 'cue mine\n  gives %s\n  %s\n' "$gives" "$looks" >"$FOLDER/rules/mine.rules"
    article "$lang" "$sentence"
    is "without the cue $looks" "$(told)" "$without"
    is "with the cue $looks, $gives" "$(told --rules "$FOLDER/rules")" "$with"
done <<'EOF'
en|dl:Planned|behind en  ^ presently|Norway presently established diplomatic relations with Laos.|Agreement Actual agent "Laos" agent "Norway" object "diplomatic relations"|Agreement Planned agent "Laos" agent "Norway" object "diplomatic relations"
en|intent|en  promised to|The Ministry of Forestry promised to establish a school.|Plan Planned agent "Ministry of Forestry" object "establish a school"+Founding Actual agent "Ministry of Forestry" object "school"|Founding Actual agent "Ministry of Forestry" object "school"
zh|elsewhere|zh  树木|林业部昨天召开了大会。副部长贺兰舟说，树木长得很好。|Meeting Actual agent "林业部" date "1956-05-22" label "大会"+Statement Actual agent "贺兰舟" date "1956-05-22" object "树木长得很好" occasion "大会"|Meeting Actual agent "林业部" date "1956-05-22" label "大会"+Statement Actual agent "贺兰舟" object "树木长得很好"
EOF

conclude
