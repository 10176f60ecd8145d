// Makes src/api/*.d.ts from the OpenAPI documents. They are not committed: the documents are the source.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const documents = new URL('../openapi/', import.meta.url);
const types = new URL('../src/api/', import.meta.url);

/** The names of the schemas that are part of something, at any depth. */
function schemasIn(part, all, found = new Set()) {
  for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (!found.has(name)) {
      found.add(name);
      schemasIn(all[name], all, found);
    }
  }
  return found;
}

/**
 * The documents name required fields for request bodies only; an answer has all of its fields. What is
 * sent may leave out all that is not named, and so may an answer where it has the same shape.
 */
function withOptionalFieldsWhereSent(document) {
  const { schemas } = document.components;
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  for (const name of schemasIn(
    operations.map(({ requestBody = {} }) => requestBody),
    schemas,
  )) {
    schemas[name].required ??= [];
  }
  return document;
}

for (const file of await readdir(documents)) {
  const document = JSON.parse(await readFile(new URL(file, documents), 'utf8'));
  const ast = await openapiTS(withOptionalFieldsWhereSent(document), {
    propertiesRequiredByDefault: true,
    // Of some bodies the documents tell nothing.
    emptyObjectsUnknown: true,
  });
  await writeFile(new URL(file.replace(/\.json$/, '.d.ts'), types), astToString(ast));
}
