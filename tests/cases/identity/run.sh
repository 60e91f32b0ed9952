#!/bin/sh
# Whom a name means: told by the day of the paper, by the country that is spoken of, by what stands beside it. Each
# article is made here, of the date and the sentences given.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"

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
        good "$1 is $2"
    else
        bad "$1 is not $2 in: $3 $4" "$FOLDER/said"
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
    good "the ministries of Moscow, Moscow and London"
else
    bad "the ministries of Moscow, Moscow and London: $here $again $there"
fi

# Who has no line in the lexicon: two articles that say alike where somebody belongs share the IRI, others do not. The
# line of a person's or body's label names its IRI.
iri() { # name, day, Chinese body
    write "$2" "$3"
    "$DATELINE" extract -t ntriples "$article" 2>/dev/null |
        sed -n "s/^<\([^>]*\)> <[^>]*#label> \"$1\"@zh .\$/\1/p" | sort | tr '\n' ' '
}

compare() { # alike or apart, name, Chinese body, Chinese body
    one=$(iri "$2" 1952-03-04 "$3")
    other=$(iri "$2" 1975-03-04 "$4")
    found=apart
    [ "$one" = "$other" ] && found=alike
    if [ -n "$one" ] && [ -n "$other" ] && [ "$found" = "$1" ]; then
        good "$2 is $1"
    else
        bad "$2 is not $1: $one and $other"
        echo "#  $3"
        echo "#  $4"
    fi
}

compare apart 李明 '新华社沈阳三日电　沈阳第一机床厂厂长李明说，产量要提高。' '湖北省农民李明说，产量要提高。'
compare apart 李明 '沈阳第一机床厂厂长李明说，产量要提高。' '沈阳橡胶厂工人李明说，产量要提高。'
compare apart 李明 '湖北省农民李明说，产量要提高。' '李明说，产量要提高。'
compare alike 李明 '鞍钢工人李明说，产量要提高。' '鞍山钢铁公司炼铁厂技术员李明说，成本要降低。李明发表谈话。'
compare alike 李明 '湖北省农民李明说，产量要提高。' '湖北农民李明说，成本要降低。'
compare alike 李明 '李明说，产量要提高。' '李明发表谈话。李明说，成本要降低。'
compare alike 陈云 '鞍钢代表陈云发表谈话。' '国务院副总理陈云发表谈话。'
compare apart 张琴秋 '纺织女工张琴秋说，产量要提高。' '张琴秋说，产量要提高。'
compare apart 人民医院 '新华社沙市三日电　人民医院举行会议。' '新华社大同三日电　人民医院举行会议。'
compare alike 人民医院 '新华社沙市三日电　人民医院举行会议。' '新华社沙市五日电　人民医院举行展览会。'
compare apart 第一棉纺厂 '新华社沙市三日电　第一棉纺厂发表声明。' '新华社大同三日电　第一棉纺厂发表声明。'
compare alike 大同市人民医院 '新华社北京三日电　大同市人民医院举行会议。' '新华社大同三日电　大同市人民医院举行会议。'
compare apart 县委 '新华社沙市三日电　县委举行会议。' '新华社沙市三日电　县委举行会议。'

# Two of one name in one article are two, in whatever order.
both=$(iri 李明 1955-03-04 '鞍钢工人李明说，产量要提高。湖北省农民李明参观了北京图书馆。')
turned=$(iri 李明 1955-03-04 '湖北省农民李明说，产量要提高。鞍钢工人李明参观了北京图书馆。')
if [ "$(echo "$both" | wc -w)" -eq 2 ] && [ "$both" = "$turned" ]; then
    good "two of one name in an article"
else
    bad "two of one name in an article: $both and $turned"
fi

# A known name ends a longer one: words before it are none of it, or say where it is, or make another name.
means 湖南省 hunan 1995-03-02 '原湖南省省长出任部长。'
means 国民党 kuomintang 1957-03-02 '过去国民党发行钞票。'
means 安哥拉人民共和国 angola 1984-10-02 '首任驻安哥拉人民共和国大使递交国书。'
means 江西省九江市 jiujiang 1956-03-02 '江西省九江市发生水灾。'
means 中国北京大学 peking-university 1995-03-02 '中国北京大学签订了协议。'
means 北京清华大学 tsinghua-university 1956-03-02 '北京清华大学举行大会。'
means 合众社 united-press 1946-05-20 '波立特告伦敦合众社记者。'
means 上海市工商联 none 1957-03-02 '上海市工商联举行会议。'
means 农业科学院 none 1957-03-02 '农业科学院举行会议。'
means 各国共产党 none 1957-03-02 '各国共产党举行会议。'

# Names that are not looked for: where places, officers and persons stand, they are known.
means 辉县 hui-county-2 1958-06-02 '今年辉县丰收。'
means 山东黄县 huang-county 1958-06-02 '山东黄县丰收。'
means 康生 kang-sheng 1959-06-02 '到会的有周恩来、康生、朱德。'
means 王世英 wang-shiying 1955-06-02 '王世英发表谈话。'
means 王世英 none 1946-06-02 '我区长王世英牺牲。'

# A university's short name is that of the one that has been named.
means 北大 peking-university 1949-10-02 '北大举行会议。'
means 北大 northern-university 1946-05-29 '北方大学开学了。北大举行会议。'

# The table of names has also the place, or the party, whose body is named.
lists() { # name, id, day, Chinese body
    write "$3" "$4"
    if "$DATELINE" explain --names "$article" | cut -f 3,5 | grep -qx "$1	$2"; then
        good "$1 is listed as $2 in"
    else
        bad "$1 is not listed as $2 in: $3 $4"
    fi
}
lists 伊朗 iran 1946-05-18 '伊朗政府发表声明。'
lists 保加利亚 bulgaria 1949-06-01 '保加利亚外交部长发表声明。'
lists 王诤 wang-zheng 1975-01-20 '第四机械工业部部长　　王诤'
lists 辉县 hui-county-2 1946-05-18 '【新华社辉县十六日电】群众举行大会。'

conclude
