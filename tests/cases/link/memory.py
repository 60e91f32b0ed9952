"""Links the things of a graph to a small and to a large authority file in Turtle, and fails if the large one takes more
memory: python3 memory.py PROGRAM GRAPH"""
import os
import sys
import tempfile

HEAD = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@base <http://example.org/> .\n"
MEGABYTE = 1024  # ru_maxrss counts kilobytes


def peak(program, graph, entries):
    with tempfile.NamedTemporaryFile("w", suffix=".ttl", encoding="utf-8") as file:
        file.write(HEAD)
        for i in range(entries):
            file.write(f'<n{i}> skos:prefLabel "Name {i}. of all"@en ; skos:altLabel """名字"{i}"号"""@zh .\n')
        file.flush()
        child = os.fork()
        if child == 0:
            os.execv(program, [program, "link", "-a", file.name, "-o", "/dev/null", graph])
        _, status, usage = os.wait4(child, 0)
        if status:
            sys.exit("it failed")
        return usage.ru_maxrss


program, graph = (os.path.abspath(path) for path in sys.argv[1:])
small, large = peak(program, graph, 30000), peak(program, graph, 150000)
print(f"{small} KB for 2 MB, {large} KB for 12 MB")
sys.exit(0 if large < small + 4 * MEGABYTE else 1)
