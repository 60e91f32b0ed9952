#!/bin/sh
# Jena's ARQ as Debian packages it (libapache-jena-java): answers a query over a graph as SPARQL JSON.
#
# usage: tests/stores/jena.sh --prepare FOLDER            once, before the first query
#        tests/stores/jena.sh FOLDER GRAPH QUERY
set -eu
JARS=/usr/share/java

# Debian's jar looks for its messages in xerces/, where its build has not put them.
prepare() { # folder
    python3 - "$JARS/jena-core.jar" "$1/xerces" <<'END'
import os, sys, zipfile
jar, folder = sys.argv[1:]
inside = "org/apache/jena/ext/xerces/"
with zipfile.ZipFile(jar) as archive:
    for name in archive.namelist():
        if name.startswith(inside) and name.endswith(".properties"):
            path = os.path.join(folder, name[len(inside):])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(archive.read(name))
END
}

class_path() { # folder
    path=$1
    for jar in jena-arq jena-base jena-cmds jena-core jena-iri jena-shacl jena-shex jena-dboe-base jena-dboe-storage \
        jena-dboe-trans-data jena-dboe-transaction jena-dboe-index jena-tdb jena-tdb2 jena-rdfconnection libthrift \
        thrift guava gson commons-cli commons-codec commons-compress commons-csv commons-io commons-lang3 \
        commons-logging dexx.collection httpclient httpclient-cache httpcore jackson-annotations jackson-core \
        jackson-databind jakarta.json-api jsonld-java protobuf slf4j-api slf4j-nop titanium-json-ld; do
        path=$path:$JARS/$jar.jar
    done
    echo "$path"
}

if [ "$1" = --prepare ]; then
    prepare "$2"
else
    exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(class_path "$1")" arq.arq --data "$2" --query "$3" --results json
fi
