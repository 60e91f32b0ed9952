#!/bin/sh
# Whom a name means: told by the day of the paper, by the country that is spoken of, by what stands beside it. Each
# article is made here, of the date and the sentences given.
FOLDER=$(mktemp -d) || exit 1
trap 'rm -rf "$FOLDER"' EXIT
DATELINE=${DATELINE:-.build/dateline}

passed=0
failed=0

write() { # day, Chinese body
    article="$FOLDER/$1_消息.md"
    printf '### 消息\n\n%s\n第1版()\n专栏：\n\n    消息\n    %s\n' "$1" "$2" >"$article"
}

# Is the name marked as this entry, or, for "none", as nothing that the lexicon has?
means() { # name, id, day, Chinese body
    write "$3" "$4"
    "$DATELINE" explain "$article" >"$FOLDER/said" 2>&1
    wanted="\\[$2\\]"
    [ "$2" = none ] && wanted='$'
    if grep -E "^ +name +\"$1\" dl:[A-Za-z]+ ?" "$FOLDER/said" | grep -qE "dl:[A-Za-z]+ ?$wanted"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok - $1 is not $2 in: $3 $4"
        grep "\"$1\"" "$FOLDER/said" | sed 's/^/#  /'
    fi
}

# By the day.
means 重工业部 ministry-of-heavy-industry-1949 1952-03-04 '重工业部发表公报。'
means 重工业部 ministry-of-heavy-industry-1954 1955-03-04 '重工业部发表公报。'
means 第三机械工业部 third-ministry-of-machine-building-1955 1955-10-04 '第三机械工业部发表公报。'
means 第三机械工业部 third-ministry-of-machine-building-1960 1961-10-04 '第三机械工业部发表公报。'
means 第三机械工业部 third-ministry-of-machine-building-1963 1978-10-04 '第三机械工业部发表公报。'
means 第二机械工业部 second-ministry-of-machine-building-1954 1956-10-04 '第二机械工业部发表公报。'
means 第二机械工业部 second-ministry-of-machine-building-1958 1965-10-04 '第二机械工业部发表公报。'
means 教育部 ministry-of-education-1998 2001-10-04 '教育部发表公报。'

# The longest name first.
means 中国人民政治协商会议全国委员会 national-committee-of-the-chinese-peoples-political-consultative-conference 1956-10-04 \
    '中国人民政治协商会议全国委员会发表公报。'

# By the country.
means 财政部 ministry-of-finance-1954 1957-03-04 '新华社北京三日电　财政部发表公报。'
means 财政部 '[0-9a-f]{16}' 1957-03-04 '新华社莫斯科三日电　财政部发表公报。'
means 外交部 ministry-of-foreign-affairs-of-soviet-union 1957-03-04 '新华社莫斯科三日电　外交部发表公报。'
means 中国财政部 ministry-of-finance-1954 1957-03-04 '新华社莫斯科三日电　中国财政部发表公报。'
means 财政部 '[0-9a-f]{16}' 1957-03-04 '新华社北京三日电　英国政府和财政部发表公报。'
means 财政部 ministry-of-finance-1954 1957-03-04 '新华社北京三日电　财政部照会英国政府。'
means 安东市 andong 1957-03-04 '新华社沈阳三日电　代表团到达安东市。'
means 安东市 andong-korea 1957-03-04 '新华社平壤三日电　敌机轰炸南朝鲜安东市。'

# By what stands beside it.
means 黄敬 huang-jing 1957-03-04 '新华社北京三日电　第一机械工业部部长黄敬发表谈话。'
means 张琴秋 zhang-qinqiu 1957-03-04 '新华社北京三日电　张琴秋发表谈话。'
means 张琴秋 none 1957-03-04 '新华社北京三日电　纺织女工张琴秋发表谈话。'

# One body of another country is one thing in both languages and in two papers, and not another country's.
key() { # day, Chinese body
    write "$1" "$2"
    "$DATELINE" explain "$article" 2>/dev/null | sed -n 's/.*"财政部" dl:Ministry \[\(.*\)\].*/\1/p' | head -n 1
}
here=$(key 1957-03-04 '新华社莫斯科三日电　财政部发表公报。')
again=$(key 1958-03-04 '新华社莫斯科三日电　财政部举行会议。')
there=$(key 1957-03-04 '新华社伦敦三日电　财政部发表公报。')
if [ -n "$here" ] && [ "$here" = "$again" ] && [ "$here" != "$there" ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "not ok - the ministries of Moscow, Moscow and London: $here $again $there"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
