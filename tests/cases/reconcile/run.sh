#!/bin/sh
# Asks small services of our own what the names of a graph stand for.
TOP=${TOP:-$PWD}
DATELINE=${DATELINE:-.build/dateline}
exec python3 -B "$TOP/tests/cases/reconcile/check.py" "$DATELINE" "$TOP/tests/cases/link/graph.ttl"
