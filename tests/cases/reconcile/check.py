"""Asks services of our own what the names of graphs stand for, and looks at the links, the requests and the cache.

usage: python3 check.py PROGRAM GRAPH
"""
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM, GRAPH = (os.path.abspath(path) for path in sys.argv[1:])
HERE = os.path.dirname(os.path.abspath(__file__))
tally = {"passed": 0, "failed": 0}
NAMES = 50  # of things that no service knows

EXPECTED = [
    ("id:person/li-ming", "skos:closeMatch", "ns1:Q4", "0.50"),
    ("id:place/red-cloud", "skos:exactMatch", "ns1:Q5", "0.90"),
    ("id:place/white-cloud", "skos:exactMatch", "ns1:Q1", "0.90"),
]


def check(what, good, told=""):
    tally["passed" if good else "failed"] += 1
    if not good:
        print(f"not ok - {what}\n#   {told}")


class Service:
    def __init__(self, folder, kind):
        self.log = Path(folder, f"{kind}.log")
        self.log.touch()
        self.process = subprocess.Popen([sys.executable, "-B", os.path.join(HERE, "service.py"), str(self.log), kind], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate()

    def requests(self):
        return [(float(time), method, int(count)) for time, method, count in (line.split() for line in self.log.read_text().splitlines())]


def link(url, cache, *graphs):
    done = subprocess.run([PROGRAM, "link", "--reconcile", url, "--cache", cache, *graphs], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return done.returncode, done.stdout, done.stderr


def links(table):
    rows = csv.DictReader([line for line in table.split("\n") if line and not line.startswith("#")], delimiter="\t")
    return sorted((row["subject_id"], row["predicate_id"], row["object_id"], row["confidence"])
                  for row in rows if row["mapping_justification"] == "semapv:CompositeMatching")


def many_things(path):
    with open(path, "w", encoding="utf-8") as file:
        for i in range(NAMES):
            thing = f"<https://w3id.org/dateline/id/place/p{i}>"
            file.write(f"{thing} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/dateline/ontology#Place> .\n"
                       f"{thing} <http://www.w3.org/2000/01/rdf-schema#label> \"Place {i}\"@en .\n")


def check_good(folder):
    cache = os.path.join(folder, "cache")
    many = os.path.join(folder, "many.nt")
    many_things(many)
    with Service(folder, "good") as service:
        status, table, told = link(service.url, cache, GRAPH, many)
        requests = service.requests()
        check("the links", (status, links(table)) == (0, EXPECTED), f"{status} {links(table)} {told}")
        posts = [request for request in requests if request[1] == "POST"]
        check("each name is asked for once", sum(request[2] for request in posts) == NAMES + 15, str(posts))
        check("at most twenty at a time", max(request[2] for request in posts) <= 20 and len(posts) == 4, str(posts))
        gaps = [after[0] - before[0] for before, after in zip(requests, requests[1:])]
        check("a second between requests", min(gaps) >= 0.95, str(gaps))
        again = link(service.url, cache, GRAPH, many)
        check("the cache answers the same", again == (status, table, told), str(again[::2]))
        check("nothing is asked twice", service.requests() == requests, str(service.requests()))
        lines = Path(cache).read_text(encoding="utf-8").splitlines()
        Path(cache).write_text("\n".join(lines[:-3]) + "\n" + lines[-3][:-9], encoding="utf-8")
        check("a cache that was cut off is mended", link(service.url, cache, GRAPH, many)[:2] == (status, table))
        check("by asking for what is lost", service.requests()[len(requests):][0][1:] == ("POST", 3), str(service.requests()[len(requests):]))
    gone = link(service.url, cache, GRAPH, many)
    check("a service that is gone is not missed", gone[:2] == (status, table), gone[2])


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_good(folder)
        with Service(folder, "busy") as service:
            status, table, told = link(service.url, os.path.join(folder, "busy"), GRAPH)
            check("a busy service is waited for", (status, links(table)) == (0, EXPECTED), told)
        for kind, message in (("old", "0.2"), ("broken", "no JSON"), ("forgetful", "no answer")):
            with Service(folder, kind) as service:
                status, table, told = link(service.url, os.path.join(folder, kind), GRAPH)
                check(f"a service that is {kind}", status == 2 and table == "" and message in told, f"{status} {told}")
        status, _, told = link(service.url, os.path.join(folder, "none"), GRAPH)
        check("a service that is not there", status == 2 and told, f"{status} {told}")
        status, _, told = link("ftp://names.example/", os.path.join(folder, "none"), GRAPH)
        check("an address of another kind", status == 2 and told, f"{status} {told}")
    print(f"reconcile: {tally['passed']} passed, {tally['failed']} failed")
    sys.exit(1 if tally["failed"] else 0)


main()
