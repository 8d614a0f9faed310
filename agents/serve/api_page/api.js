// Shows /api/v1/openapi.json as a page. Texts are set as text, never as markup.

const make = (name, text, className) => {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  return node;
};

const typeOf = (schema) => {
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.anyOf) return schema.anyOf.map(typeOf).filter((name) => name !== "null").join(" or ");
  return schema.const ?? schema.type ?? "";
};

const parameterRow = (parameter) => {
  const row = make("tr");
  const name = make("td");
  name.append(make("code", parameter.name));
  const { schema } = parameter;
  const type = make("td", typeOf(schema), "soft");
  const said = parameter.description ?? schema.description ?? "";
  const initial = schema.default === undefined || schema.default === null ? "" : ` Without it: ${schema.default}.`;
  row.append(name, type, make("td", said + initial));
  return row;
};

const address = (path, operation) => {
  const block = make("details");
  const line = make("summary");
  line.append(make("code", `GET ${path}`), ` ${operation.summary ?? ""}`);
  block.append(line);
  if (operation.description) block.append(make("p", operation.description));
  const table = make("table");
  for (const parameter of operation.parameters ?? []) table.append(parameterRow(parameter));
  if (table.childElementCount) block.append(table);
  if (!path.includes("{") && !path.includes("stream") && !path.includes("export")) {
    const paragraph = make("p");
    const link = make("a", `Try ${path}`);
    link.href = path;
    paragraph.append(link);
    block.append(paragraph);
  }
  return block;
};

const show = (description) => {
  document.getElementById("about").textContent =
    `${description.info.title} ${description.info.version}. Lists are {"items": […], "next": cursor or null}; ` +
    `errors are problem details (RFC 9457); answers have an ETag.`;
  const groups = new Map();
  for (const [path, operations] of Object.entries(description.paths)) {
    const operation = operations.get;
    if (!operation) continue;
    const tag = operation.tags?.[0] ?? "more";
    if (!groups.has(tag)) groups.set(tag, []);
    groups.get(tag).push(address(path, operation));
  }
  const main = document.getElementById("addresses");
  main.replaceChildren();
  for (const [tag, blocks] of groups) main.append(make("h2", tag), ...blocks);
};

const response = await fetch("/api/v1/openapi.json");
if (response.ok) show(await response.json());
else document.getElementById("addresses").textContent = "The description needs the API's token; open the dashboard first and sign in.";
