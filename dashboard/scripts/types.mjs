// Makes src/api/*.d.ts from the OpenAPI documents. They are not committed: the documents are the source.
import { readdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const documents = new URL('../openapi/', import.meta.url);
const types = new URL('../src/api/', import.meta.url);

for (const file of await readdir(documents)) {
  // The documents name required fields for request bodies only; an answer has all of its fields.
  const ast = await openapiTS(new URL(file, documents), { propertiesRequiredByDefault: true });
  await writeFile(new URL(file.replace(/\.json$/, '.d.ts'), types), astToString(ast));
}
