// Validates the AsyncAPI document with AsyncAPI's own parser, and each example with its schema by ajv.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "@asyncapi/parser";
import Ajv from "ajv";

const docs = process.argv[2];
const faults = [];

const { diagnostics } = await new Parser().parse(readFileSync(join(docs, "asyncapi.json"), "utf8"));
for (const { severity, message, path } of diagnostics) {
  if (severity === 0) faults.push(`asyncapi.json ${path.join(".")}: ${message}`);
}

const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
let validated = 0;
for (const file of readdirSync(join(docs, "schemas")).sort()) {
  const validate = ajv.compile(JSON.parse(readFileSync(join(docs, "schemas", file), "utf8")));
  let example;
  try {
    example = JSON.parse(readFileSync(join(docs, "examples", file), "utf8"));
  } catch {
    continue; // only what users read or write has an example
  }
  validated += 1;
  if (!validate(example)) faults.push(`${file}: ${ajv.errorsText(validate.errors)}`);
}

console.log(JSON.stringify({ validated, faults }));
