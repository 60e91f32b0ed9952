#!/bin/sh
# Every kind of event and every modality has examples in both languages, of what is found and of what is not.
TOP=${TOP:-$PWD}
exec python3 -B "$TOP/tests/breadth.py" "$TOP"/extractor/rules/*.rules
