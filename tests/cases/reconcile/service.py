"""A small service of the W3C Reconciliation API 0.2, for one test.

usage: python3 service.py LOG KIND

It listens on a free port of this machine, prints its address, and serves until its standard input ends. LOG gets a line for each
request: the time, the method, and how many questions it had. KIND: `good`; `old` speaks 0.1 only; `busy` puts its first batch
off for a moment; `broken` answers with what is no JSON; `forgetful` leaves answers out.
"""
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

# What it is sure of, and what it only offers.
SURE = {"White Cloud": "Q1", "白云": "Q1", "Salt Bureau": "Q2", "盐务局": "Q3", "Li Ming": "Q4", "Red Cloud": "Q5", "红云": "Q5"}
OFFERED = {"Zhao Yi": ["Q6", "Q7"], "赵一": ["Q6", "Q7"], "李明": ["Q4"]}
log_path, kind = sys.argv[1:]
state = {"busy": kind == "busy"}


def candidate(identifier, sure):
    return {"id": identifier, "name": f"Thing \"{identifier}\"\t\u4e00", "score": 99.5 if sure else 12, "match": sure, "type": []}


def answer(question):
    name = question["query"]
    sure = [candidate(SURE[name], True)] if name in SURE else []
    return {"result": sure + [candidate(each, False) for each in OFFERED.get(name, [])]}


class Service(BaseHTTPRequestHandler):
    def reply(self, status, body, headers=()):
        data = body.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def note(self, questions):
        with open(log_path, "a", encoding="utf-8") as log:
            log.write(f"{time.monotonic():.3f} {self.command} {questions}\n")

    def do_GET(self):
        self.note(0)
        versions = ["0.1"] if kind == "old" else ["0.1", "0.2"]
        self.reply(200, json.dumps({"versions": versions, "name": "Names of the test", "identifierSpace": "http://names.example/id/",
                                    "schemaSpace": "http://names.example/type/"}, indent=2))

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"))
        questions = json.loads(form["queries"][0])
        self.note(len(questions))
        if state["busy"]:
            state["busy"] = False
            self.reply(503, "{}", [("Retry-After", "1")])
        elif kind == "broken":
            self.reply(200, "{\"q0\": ")
        else:
            answers = {key: answer(question) for key, question in questions.items()}
            self.reply(200, json.dumps({} if kind == "forgetful" else answers, indent=2))

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Service)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}/reconcile", flush=True)
sys.stdin.read()
