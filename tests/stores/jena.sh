#!/bin/sh
# Jena's ARQ as Debian packages it (libapache-jena-java): answers a query over a graph as SPARQL JSON.
#
# usage: tests/stores/jena.sh --prepare FOLDER            once, before the first query
#        tests/stores/jena.sh FOLDER GRAPH QUERY
set -eu
JARS=/usr/share/java

# Debian's jar looks for its messages in xerces/, where its build has not put them.
mend() { # jar to make
    python3 - "$JARS/jena-core.jar" "$1" <<'END'
import sys, zipfile
inside = "org/apache/jena/ext/"
with zipfile.ZipFile(sys.argv[1]) as given, zipfile.ZipFile(sys.argv[2], "w") as made:
    for name in given.namelist():
        if name.startswith(inside) and name.endswith(".properties"):
            made.writestr(name[len(inside):], given.read(name))
END
}

class_path() { # folder
    path=$1/mended.jar
    for jar in jena-arq jena-base jena-cmds jena-core jena-iri thrift guava gson commons-cli commons-codec \
        commons-compress commons-csv commons-io commons-lang3 dexx.collection httpclient httpcore jackson-annotations \
        jackson-core jackson-databind jakarta.json-api jsonld-java protobuf slf4j-api slf4j-nop titanium-json-ld; do
        path=$path:$JARS/$jar.jar
    done
    echo "$path"
}

arq() { # folder, option of java, option of arq...
    path=$(class_path "$1")
    classes=$2
    shift 2
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable "$classes" -cp "$path" arq.arq "$@"
}

# Java starts twice as fast with an archive of the classes that a first run has loaded.
if [ "$1" = --prepare ]; then
    mkdir -p "$2"
    mend "$2/mended.jar"
    echo '<a:b> <a:c> "d"@en .' >"$2/one.nt"
    arq "$2" "-XX:ArchiveClassesAtExit=$2/classes.jsa" --data "$2/one.nt" --results json \
        'SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o FILTER(LANG(?o) = "en") } GROUP BY ?s ORDER BY ?s'
else
    arq "$1" "-XX:SharedArchiveFile=$1/classes.jsa" --data "$2" --query "$3" --results json
fi
