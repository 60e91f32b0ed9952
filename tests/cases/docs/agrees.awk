# Is a command's output what a page shows? In the page "…" stands for anything: alone on a line for any lines, else for any
# characters. Runs of blanks, and of the dashes below a table's head, are as good as short ones.
#
# usage: awk -f agrees.awk SHOWN PRINTED     exit status 0: it is
function plain(line) {
    gsub(/[ \t\r]+/, " ", line)
    sub(/ $/, "", line)
    gsub(/-----*/, "----", line)
    return line
}

function fits_line(shown, printed) {
    gsub(/[][\\.*+?(){}|^$\/]/, "\\\\&", shown)
    gsub(/…/, ".*", shown)
    return printed ~ ("^" shown "$")
}

# Do the shown lines from i on fit the printed ones from k on? What was found not to is not tried again.
function fits(i, k) {
    if (i > shown_count) return k > printed_count
    if ((i, k) in unfit) return 0
    if (shown[i] == "…") {
        if (fits(i + 1, k) || (k <= printed_count && fits(i, k + 1))) return 1
    } else if (k <= printed_count && fits_line(shown[i], printed[k]) && fits(i + 1, k + 1)) {
        return 1
    }
    unfit[i, k] = 1
    return 0
}

NR == FNR { shown[++shown_count] = plain($0); next }
{ printed[++printed_count] = plain($0) }
END { exit !fits(1, 1) }
