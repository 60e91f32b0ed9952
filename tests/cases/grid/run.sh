#!/bin/sh
# Most of the sentences that the grid makes from verbs and frames are found, and few that hold no such event give one.
TOP=${TOP:-$PWD}
exec python3 -B "$TOP/tests/grid/grid.py" --every 10 --least 84 --most-false 4 "$DATELINE" \
    "$TOP/tests/grid/zh.grid" "$TOP/tests/grid/en.grid"
