// Answers of SPARQL engines, compared with those that are expected.
//
// usage: node answers.mjs fill QUERY                   the query with its parameters' own values, for engines that know
//                                                      no parameters, on standard output
//        node answers.mjs write <ANSWER                an answer (SPARQL JSON) as tab-separated values (SPARQL TSV)
//        node answers.mjs compare QUERY EXPECTED <ANSWER
//              exit status 1 where an answer (SPARQL JSON) is not the expected one (SPARQL TSV): the same rows, in the
//              same order where the query has an ORDER BY; numbers are compared by value
import fs from "node:fs";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger"].map((name) => XSD + name));

// ---- terms ----

// One spelling for each number, be it 54, 54.0 or 5.4e1.
const number = (text) => String(Number(text));

const escape = (text) => text.replace(/[\\"\n\r\t]/g, (c) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c]);

function term(binding) {
  if (!binding) return "";
  if (binding.type === "uri") return `<${binding.value}>`;
  if (binding.type === "bnode") return `_:${binding.value}`;
  const type = binding.datatype;
  if (NUMBERS.has(type)) return number(binding.value);
  const quoted = `"${escape(binding.value)}"`;
  if (binding["xml:lang"]) return `${quoted}@${binding["xml:lang"].toLowerCase()}`;
  return type && type !== XSD + "string" ? `${quoted}^^<${type}>` : quoted;
}

// ---- answers ----

function rowsOfJson(text) {
  const { head, results, boolean } = JSON.parse(text);
  if (!results) return [["?answer"], [String(boolean)]];
  return [head.vars.map((name) => `?${name}`), ...results.bindings.map((row) => head.vars.map((name) => term(row[name])))];
}

const rowsOfTsv = (text) => text.split("\n").filter((line) => line).map((line) => line.split("\t"));
const lines = (rows) => rows.map((row) => row.join("\t"));

// ---- queries ----

const code = (query) => query.replace(/^\s*#.*$/gm, "");

function fill(query) {
  let filled = query;
  for (const [, name, value] of query.matchAll(/^# \$(\w+) = ("[^"]*"|<[^>]*>|[\w:]+)/gm)) {
    filled = code(filled).replace(new RegExp(`\\$${name}\\b`, "g"), () => value);
  }
  return filled;
}

function compare(query, expected, answer) {
  const [head, ...wanted] = lines(rowsOfTsv(expected));
  const [columns, ...given] = lines(rowsOfJson(answer));
  if (!/\bORDER\s+BY\b/i.test(code(query))) {
    wanted.sort();
    given.sort();
  }
  const differences = columns === head ? [] : [`columns: ${columns}, not ${head}`];
  for (let i = 0; i < Math.max(wanted.length, given.length); i++) {
    if (wanted[i] !== given[i]) differences.push(`row ${i + 1}: ${given[i] ?? "none"}\n    not ${wanted[i] ?? "any"}`);
  }
  return differences;
}

const read = (path) => fs.readFileSync(path, "utf8");
const standardInput = () => read(0);

const [command, query, expected] = process.argv.slice(2);
if (command === "fill") {
  process.stdout.write(fill(read(query)));
} else if (command === "write") {
  process.stdout.write(lines(rowsOfJson(standardInput())).join("\n") + "\n");
} else {
  const differences = compare(read(query), read(expected), standardInput());
  if (differences.length) console.log(differences.slice(0, 5).join("\n"));
  process.exitCode = differences.length ? 1 : 0;
}
