// A SPARQL endpoint over oxigraph, for the tests: the SPARQL 1.1 Protocol at /query and /update, the Graph Store Protocol
// at /store. It listens on the loopback only, keeps nothing on disk, and prints its port once it is ready.
//
// usage: node tests/stores/oxigraph.mjs [USER:PASSWORD]     with a login, writing needs it (basic authentication)
import http from "node:http";
import { createRequire } from "node:module";

const oxigraph = createRequire(new URL("../graphcheck/package.json", import.meta.url))("oxigraph");
const store = new oxigraph.Store();
const login = process.argv[2] && "Basic " + Buffer.from(process.argv[2]).toString("base64");

class Refusal extends Error {
  constructor(status, message, headers = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

const isConstruct = (query) => /^\s*(?:(?:#[^\n]*|PREFIX[^>]*>|BASE[^>]*>)\s*)*(?:CONSTRUCT|DESCRIBE)/i.test(query);

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function graphOf(parameters) {
  if (parameters.has("default")) return oxigraph.defaultGraph();
  if (!parameters.get("graph")) throw new Refusal(400, "neither graph=IRI nor default is given");
  return oxigraph.namedNode(parameters.get("graph"));
}

function mayWrite(request) {
  if (login && request.headers.authorization !== login) {
    throw new Refusal(401, "a login is needed", { "WWW-Authenticate": 'Basic realm="test"' });
  }
}

function clear(graph) {
  for (const quad of store.match(null, null, null, graph)) store.delete(quad);
}

// PUT, POST, GET and DELETE of one graph.
async function graphStore(request, parameters, type) {
  const graph = graphOf(parameters);
  if (request.method === "GET") {
    return { type: "text/turtle", body: store.dump({ format: "text/turtle", from_graph_name: graph }) };
  }
  mayWrite(request);
  if (!["PUT", "POST", "DELETE"].includes(request.method)) throw new Refusal(405, `no ${request.method} here`);
  const text = await textOf(request);
  if (request.method !== "POST") clear(graph);
  if (request.method !== "DELETE") store.load(text, { format: type || "text/turtle", to_graph_name: graph });
  return { status: request.method === "PUT" ? 201 : 204 };
}

function answer(query, parameters, accept) {
  const graphs = parameters.getAll("default-graph-uri").map((iri) => oxigraph.namedNode(iri));
  const options = graphs.length ? { default_graph: graphs } : { use_default_graph_as_union: true };
  let type = /csv/.test(accept) ? "text/csv" : "application/sparql-results+json";
  if (isConstruct(query)) type = /turtle/.test(accept) ? "text/turtle" : "application/n-triples";
  return { type, body: store.query(query, { ...options, results_format: type }) };
}

// A query or an update, from the address, a form or the body itself.
async function protocol(request, parameters, type) {
  const text = request.method === "POST" ? await textOf(request) : "";
  const form = new URLSearchParams(type === "application/x-www-form-urlencoded" ? text : "");
  for (const [name, value] of form) parameters.append(name, value);
  if (type === "application/sparql-query") parameters.set("query", text);
  if (type === "application/sparql-update") parameters.set("update", text);
  if (parameters.has("update")) {
    mayWrite(request);
    store.update(parameters.get("update"));
    return { status: 204 };
  }
  if (!parameters.has("query")) throw new Refusal(400, "no query is given");
  return answer(parameters.get("query"), parameters, request.headers.accept || "");
}

async function respond(request) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const type = (request.headers["content-type"] || "").split(";")[0].trim();
  if (pathname === "/store") return graphStore(request, searchParams, type);
  if (pathname === "/query" || pathname === "/update") return protocol(request, searchParams, type);
  throw new Refusal(404, "nothing is here: /query, /update and /store");
}

const server = http.createServer(async (request, response) => {
  try {
    const { status = 200, type, body = "" } = await respond(request);
    if (type) response.setHeader("Content-Type", type);
    response.writeHead(status).end(body);
  } catch (error) {
    request.resume();
    response.writeHead(error.status || 400, error.headers || {}).end(`${error.message || error}\n`);
  }
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));
