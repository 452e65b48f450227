import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatedDocuments } from '../profile/export/generated-documents.ts';

/** `npm run docs`: writes the pages of docs/profile/ that are made from data. */
function main(): void {
  const folder = resolve(__dirname, '..', 'docs', 'profile');
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of generatedDocuments()) {
    writeFileSync(join(folder, file), text);
    process.stdout.write(`docs/profile/${file}\n`);
  }
}

main();
