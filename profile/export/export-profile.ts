import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generatedDocuments } from './generated-documents.ts';
import { openApiDocument } from './openapi.ts';
import { serviceDocuments } from './openapi-services.ts';
import { packageRoot } from './package-root.ts';
import { requirementsFile } from './requirements.ts';
import { allSchemas } from './schemas.ts';

/** The folder cannot take the export; `hint` says what to do. */
export class ProfileExportError extends Error {
  override readonly name = 'ProfileExportError';
  readonly code = 'EXPORT_FAILED';
  /** Wrong usage of the command line. */
  readonly exitCode = 4;
  readonly hint = 'Name a folder that can be written to.';
  constructor(directory: string, cause: unknown) {
    super(`Failed to write the profile: found ${JSON.stringify(directory)} not to be a folder to write in.`, {
      cause,
    });
  }
}

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The hand-written pages of `docs/profile/`, the glossary, and the guide to target files. */
async function handWritten(
  root: string,
  generated: ReadonlySet<string>,
): Promise<[path: string, text: string][]> {
  const folder = join(root, 'docs', 'profile');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && !generated.has(name));
  const pages = [
    ...names.sort().map((name) => join('profile', name)),
    'glossary.md',
    join('guides', 'target.md'),
  ];
  return Promise.all(
    pages.map(
      async (page): Promise<[string, string]> => [
        join('docs', page),
        await readFile(join(root, 'docs', page), 'utf8'),
      ],
    ),
  );
}

/** Everything that the profile publishes: path from the folder of the export, and text. */
export async function profileFiles(root: string = packageRoot()): Promise<[path: string, text: string][]> {
  const generated = generatedDocuments();
  const names = new Set(generated.map(({ file }) => file));
  return [
    ...allSchemas().map(({ path, schema }): [string, string] => [path, asText(schema)]),
    ['openapi.json', asText(openApiDocument())],
    ...serviceDocuments().map(([path, document]): [string, string] => [path, asText(document)]),
    ['requirements.csv', await readFile(requirementsFile(root), 'utf8')],
    ...generated.map(({ file, text }): [string, string] => [join('docs', 'profile', file), text]),
    ...(await handWritten(root, names)),
  ];
}

/**
 * Writes the profile for people who implement it: `schemas/`, `openapi.json`, `services/`, `requirements.csv`, `docs/`.
 * @param directory made when it is not there; files of the same names are replaced
 * @param more files that the profile does not make itself: the initial reference data
 * @returns the paths written, from `directory`, sorted
 * @throws ProfileExportError when the folder cannot be written to; nothing is written before all is composed
 */
export async function exportProfile(
  directory: string,
  more: readonly (readonly [path: string, text: string])[] = [],
): Promise<string[]> {
  const files = [...(await profileFiles()), ...more];
  try {
    for (const [path, text] of files) {
      await mkdir(join(directory, dirname(path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
  } catch (error) {
    throw new ProfileExportError(directory, error);
  }
  return files.map(([path]) => path).sort();
}
