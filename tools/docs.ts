import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { referenceDataPage } from '../fixtures/export/reference-documents.ts';
import { loadReferenceData } from '../fixtures/reference-data.ts';
import { generatedDocuments } from '../profile/export/generated-documents.ts';

/** `npm run docs`: writes the pages of docs/profile/ that are made from data. */
function main(): void {
  const folder = resolve(__dirname, '..', 'docs', 'profile');
  mkdirSync(folder, { recursive: true });
  const reference = { file: 'reference-data.md', text: referenceDataPage(loadReferenceData()) };
  for (const { file, text } of [...generatedDocuments(), reference]) {
    writeFileSync(join(folder, file), text);
    process.stdout.write(`docs/profile/${file}\n`);
  }
}

main();
