"""A store for tests, which can be made to fail in every way that stores do.

usage: server.py PORT_FILE DATA_FILE [--die-at N] [--tls CERTIFICATE KEY]

It listens on 127.0.0.1, on the port in PORT_FILE if that is there, and writes the port into it. What it takes is in
DATA_FILE before it answers, and is there again when it is started again. With --die-at it ends when it has taken the
N-th graph, without an answer.

Addresses are /MODE/store (graph store protocol), /MODE/update and /MODE/sparql, and /dump for all statements, a line each.
The statements come as we send them, one a line; the only queries understood are those that a load asks, and "canned".
"""

import hashlib
import json
import os
import re
import socket
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

CLAIM = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/dateline/ontology#Claim> ."
USER, PASSWORD = "reader", "open sesame"
BASIC = "Basic cmVhZGVyOm9wZW4gc2VzYW1l"
NONCE = "f3a9"
CANNED = {
    "head": {"vars": ["who", "n", "where"]},
    "results": {
        "bindings": [
            {
                "who": {"type": "literal", "value": '重工业部 "a", b', "xml:lang": "zh"},
                "n": {"type": "typed-literal", "value": "209", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
            },
            {"where": {"type": "uri", "value": "http://example.org/place#harbour"}, "who": {"type": "bnode", "value": "b0"}},
            {"who": {"type": "literal", "value": "two\nlines 𠀀"}},
        ]
    },
}

lock = threading.Lock()
graphs = {}  # graph (empty: the default one) -> set of statements
seen = {}  # mode -> number of requests
data_file = None
die_at = 0
taken = 0


def apply(operation, graph, lines):
    if operation == "clear":
        graphs.pop(graph, None)
    else:
        graphs.setdefault(graph, set()).update(lines)


def take(operations):
    """Keeps operations on disk before they count."""
    global taken
    with lock:
        for operation in operations:
            apply(*operation)
            data_file.write(json.dumps(operation) + "\n")
        data_file.flush()
        os.fsync(data_file.fileno())
        taken += 1
        if taken == die_at:
            os._exit(0)


def statements(text):
    lines = [line for line in text.split("\n") if line and not line.startswith("@prefix")]
    if not all(re.fullmatch(r"<[^<>]+> <[^<>]+> .+ \.", line) for line in lines):
        raise ValueError("a line that is no statement")
    return lines


def update_operations(text):
    operations = [("clear", unquote(graph), []) for graph in re.findall(r"^CLEAR SILENT GRAPH <(.*)> ;$", text, re.M)]
    inside = text[text.index("INSERT DATA {\n") + len("INSERT DATA {\n") :]
    for graph, lines in re.findall(r"^GRAPH <(.*?)> \{\n(.*?)^\}$", inside, re.M | re.S):
        operations.append(("add", graph, statements(lines)))
    if "GRAPH <" not in inside:
        operations.append(("add", "", statements(inside.rstrip().removesuffix("}"))))
    return operations


def answer_to(query):
    """Which of the claims that are asked for are there, and in which graphs."""
    named = "GRAPH ?g" in query
    values = re.search(r"VALUES \?c \{(.*?)\}", query, re.S)
    wanted = re.findall(r"<(.*?)>", values.group(1)) if values else []
    rows = []
    for graph, lines in graphs.items():
        for claim in wanted:
            if f"<{claim}> {CLAIM}" in lines and named == bool(graph):
                row = {"c": {"type": "uri", "value": claim}}
                rows.append(row | {"g": {"type": "uri", "value": graph}} if named else row)
    return {"head": {"vars": ["g", "c"] if named else ["c"]}, "results": {"bindings": rows}}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, kind="text/plain", body="", headers=(), length=None):
        body = body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)
        if length:
            self.drop()

    def drop(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def login_is_right(self, mode):
        given = self.headers.get("Authorization", "")
        if mode == "basic":
            return given == BASIC
        parts = dict(re.findall(r'(\w+)="?([^",]*)"?', given))
        if not given.startswith("Digest ") or parts.get("nonce") != NONCE:
            return False
        first = hashlib.md5(f"{USER}:store:{PASSWORD}".encode()).hexdigest()
        second = hashlib.md5(f"{self.command}:{parts['uri']}".encode()).hexdigest()
        whole = ":".join([first, NONCE, parts["nc"], parts["cnonce"], parts["qop"], second])
        return parts["response"] == hashlib.md5(whole.encode()).hexdigest()

    def fail_as(self, mode, count, body):
        """Does what the mode says; True: the request is answered, or its connection is gone."""
        address = f"127.0.0.1:{self.server.server_port}"
        is_query = self.path.split("?")[0].endswith("/sparql")
        if mode in ("basic", "digest") and not self.login_is_right(mode):
            challenge = 'Basic realm="store"' if mode == "basic" else f'Digest realm="store", qop="auth", nonce="{NONCE}"'
            self.reply(401, body="who are you?", headers=[("WWW-Authenticate", challenge)])
        elif mode in ("400", "403", "404", "500"):
            self.reply(int(mode), "text/html", f"<html><b>no</b> entry\n<i>today</i> 今天不行 {mode}</html>")
        elif mode == "413" and len(body) > 20000:
            self.reply(413, body="at most 20000 bytes")
        elif mode == "413-always" and not is_query:
            self.reply(413, body="never")
        elif mode in ("429", "503") and count == 2:
            self.reply(int(mode), body="busy", headers=[("Retry-After", "1")] if mode == "429" else [])
        elif mode == "503-always":
            self.reply(503, body="closed for ever")
        elif mode == "slow":
            time.sleep(3)
            self.drop()
        elif mode == "html":
            self.reply(200, "text/html", "<html>Welcome!</html>")
        elif mode == "away":
            self.reply(307, headers=[("Location", f"http://localhost:{self.server.server_port}/ok/sparql")])
        elif mode == "moved":
            self.reply(307, headers=[("Location", f"http://{address}{self.path.replace('/moved/', '/ok/')}")])
        elif mode == "circle":
            self.reply(307, headers=[("Location", f"http://{address}{self.path}")])
        else:
            return False
        return True

    def do_query(self, mode, query):
        kind = "application/sparql-results+json"
        if "canned" not in query:
            self.reply(200, kind, json.dumps(answer_to(query)))
            return
        whole = json.dumps(CANNED, ensure_ascii=mode != "raw", indent=1)
        if mode == "half":
            self.reply(200, kind, whole[:300], length=len(whole.encode()))
        elif mode == "cut":
            self.reply(200, kind, whole[:300])
        elif mode == "graph":
            self.reply(200, "text/turtle", "<a:s> <a:p> <a:o> .\n")
        elif mode == "ask":
            self.reply(200, kind, '{"head": {}, "boolean": true}')
        elif mode == "endless":
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.close_connection = True
            self.wfile.write(b'{"head": {"vars": ["n"]}, "results": {"bindings": [')
            try:
                while True:
                    self.wfile.write(b'{"n": {"type": "literal", "value": "again"}},\n' * 1000)
            except OSError:
                pass
        else:
            self.reply(200, kind, whole)

    def do_change(self, mode, count, where, body):
        try:
            if where == "update":
                operations = update_operations(body)
            else:
                parameters = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
                graph = "" if "default" in parameters else parameters["graph"][0]
                operations = [("clear", graph, [])] if self.command == "PUT" else []
                operations.append(("add", graph, statements(body)))
        except (ValueError, KeyError) as fault:
            self.reply(400, body=f"not understood: {fault}")
            return
        if mode == "lossy":
            operations = [(what, graph, [line for line in lines if CLAIM not in line]) for what, graph, lines in operations]
        take(operations)
        if mode == "reset" and count == 2:
            self.drop()
        elif mode == "half-taken" and count == 2:
            self.reply(200, body="tak", length=100)
        else:
            self.reply(204)

    def handle_request(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        mode, where = (urlsplit(self.path).path.split("/") + ["", ""])[1:3]
        with lock:
            count = seen[mode] = seen.get(mode, 0) + 1
        if mode == "dump":
            self.reply(200, body="".join(line + "\n" for graph in sorted(graphs) for line in sorted(graphs[graph])))
        elif mode == "graphs":
            self.reply(200, body="".join(graph + "\n" for graph in sorted(graphs)))
        elif mode == "count":
            self.reply(200, body=str(seen.get(where, 0)))
        elif not self.fail_as(mode, count, body):
            if where == "sparql":
                self.do_query(mode, parse_qs(body).get("query", [""])[0])
            else:
                self.do_change(mode, count, where, body)

    do_GET = do_PUT = do_POST = handle_request


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def main():
    global data_file, die_at
    port_file, data = sys.argv[1:3]
    if "--die-at" in sys.argv:
        die_at = int(sys.argv[sys.argv.index("--die-at") + 1])
    port = int(open(port_file).read()) if os.path.exists(port_file) else 0
    if os.path.exists(data):
        with open(data) as lines:
            for line in lines:
                apply(*json.loads(line))
    data_file = open(data, "a")
    server = Server(("127.0.0.1", port), Handler)
    if "--tls" in sys.argv:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*sys.argv[sys.argv.index("--tls") + 1 :][:2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    with open(port_file + ".part", "w") as file:
        file.write(str(server.server_port))
    os.replace(port_file + ".part", port_file)
    server.serve_forever()


main()
