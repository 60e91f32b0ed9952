# Writes the fenced blocks of a page to OUT-01.LANGUAGE, OUT-02.LANGUAGE ..., numbered in their order.
# A `text` block shows what the block above it prints, and has that one's number.
#
# usage: awk -v out=OUT -f blocks.awk PAGE
/^```/ {
    if (file) {
        close(file)
        file = ""
        next
    }
    language = substr($0, 4)
    number += language != "text"
    file = sprintf("%s-%02d.%s", out, number, language ? language : "none")
    printf "" >file
    next
}
file { print >file }
