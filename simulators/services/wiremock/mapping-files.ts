import { isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readRegularFile, whyNotRead } from '../../../fixtures/regular-file.ts';
import { ServiceError } from '../service-error.ts';
import type { WireMockDriver } from './wiremock-driver.ts';

const LARGEST_FILE_BYTES = 16 * 1_048_576;

/** A mapping file, read. */
interface MappingFile {
  readonly path: string;
  readonly mappings: readonly unknown[];
}

/** A folder of mapping files, read. */
export interface MappingFolder {
  readonly files: readonly MappingFile[];
  /** What stubs name as `bodyFileName`. */
  readonly bodies: readonly { readonly name: string; readonly content: Uint8Array<ArrayBuffer> }[];
}

/** What was loaded; disposing takes it away again. */
export interface LoadedMappings extends AsyncDisposable {
  readonly stubs: number;
  readonly bodies: number;
}

/**
 * Reads a folder of WireMock's own mapping files as they are: every `*.json` in it or in its `mappings`, one stub or
 * `{"mappings": [...]}` a file; what they name as `bodyFileName` from its `__files`, or from that beside it.
 * @throws ServiceError MAPPING_UNREADABLE naming the file that is not JSON, no mapping, or missing
 */
export async function readMappingFolder(folder: string): Promise<MappingFolder> {
  const files: MappingFile[] = [];
  for (const path of await jsonFilesIn(folder)) files.push(readMappings(path));
  const bodies = await bodyFilesOf(folder);
  for (const file of files) insistOnBodies(file, bodies);
  return { files, bodies };
}

/**
 * Gives WireMock what was read.
 * @throws ServiceError MAPPING_UNREADABLE naming the file with a stub that WireMock refuses; nothing stays loaded
 */
export async function loadMappings(
  driver: WireMockDriver,
  { files, bodies }: MappingFolder,
): Promise<LoadedMappings> {
  await using loading = new AsyncDisposableStack();
  for (const { name, content } of bodies) {
    const path = `files/${name.split('/').map(encodeURIComponent).join('/')}`;
    await driver.admin('PUT', path, content);
    loading.defer(async () => void (await driver.admin('DELETE', path)));
  }
  let stubs = 0;
  for (const { path, mappings } of files) {
    for (const mapping of mappings) {
      const id = await add(driver, path, mapping);
      loading.defer(() => driver.remove(id));
      stubs += 1;
    }
  }
  const loaded = loading.move();
  return { stubs, bodies: bodies.length, [Symbol.asyncDispose]: () => loaded.disposeAsync() };
}

async function jsonFilesIn(folder: string): Promise<string[]> {
  const inside = join(folder, 'mappings');
  const from = (await isFolder(inside)) ? inside : folder;
  if (!(await isFolder(from)))
    throw unreadable(folder, 'no such folder', 'Give --mappings a folder of WireMock mapping files.');
  const files = (await filesIn(from)).filter(
    (name) => name.endsWith('.json') && !name.split(sep).includes('__files'),
  );
  if (files.length === 0)
    throw unreadable(folder, 'no *.json file in it', 'Give --mappings a folder that holds some.');
  return files.map((name) => join(from, name));
}

/** Names of all files in a folder and below; a link to a folder may lead round in circles. */
async function filesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink() && (await isFolder(path)))
      throw unreadable(path, 'it is a link to a folder', 'Put the files themselves there.');
    if (!entry.isDirectory()) names.push(relative(folder, path));
  }
  return names.sort();
}

function readMappings(path: string): MappingFile {
  const value = parsed(path, textOf(path));
  const many = (value as { mappings?: unknown }).mappings;
  if (many !== undefined && !Array.isArray(many))
    throw unreadable(path, '"mappings" is no list', 'Write {"mappings": [ ... ]}, or one stub.');
  return { path, mappings: Array.isArray(many) ? many : [value] };
}

function textOf(path: string): string {
  const bytes = bytesOf(path);
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  throw unreadable(path, 'not UTF-8', 'Save the file as UTF-8.');
}

function bytesOf(path: string): Buffer {
  try {
    return readRegularFile(path, LARGEST_FILE_BYTES);
  } catch (error) {
    throw unreadable(path, whyNotRead(error), 'Correct the file, or take it out of the folder.', error);
  }
}

function parsed(path: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text, asWritten);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw unreadable(
      path,
      `not JSON (${(error as Error).message})`,
      'Correct the file, or take it out of the folder.',
    );
  }
  throw unreadable(path, 'JSON, but no mapping', 'A mapping is an object with "request" and "response".');
}

/** A number keeps its digits: `1.0` and a number of 20 digits are served as they were written. */
function asWritten(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? rawJson(context.source) : value;
}

// in V8 since 2023, in the types of the language not yet
const { rawJSON: rawJson } = JSON as unknown as { rawJSON(text: string): unknown };

/** Adds a stub; returns its id. */
async function add(driver: WireMockDriver, path: string, mapping: unknown): Promise<string> {
  try {
    const added = await driver.admin('POST', 'mappings', JSON.stringify(mapping));
    return ((await added.json()) as { id: string }).id;
  } catch (error) {
    const seen = `refused by WireMock (${(error as Error).message})`;
    throw unreadable(path, seen, 'Compare it with the mapping format of WireMock 3.', error);
  }
}

async function bodyFilesOf(folder: string): Promise<MappingFolder['bodies']> {
  for (const place of [join(folder, '__files'), join(folder, '..', '__files')]) {
    if (!(await isFolder(place))) continue;
    return (await filesIn(place)).map((name) => ({
      name: name.split(sep).join('/'),
      content: new Uint8Array(bytesOf(join(place, name))),
    }));
  }
  return [];
}

/** What a stub serves from a file must be there: WireMock would answer 500 with a stack trace. */
function insistOnBodies({ path, mappings }: MappingFile, bodies: MappingFolder['bodies']): void {
  for (const mapping of mappings) {
    const { response } = mapping as { response?: { bodyFileName?: unknown } };
    const named = response?.bodyFileName;
    if (named === undefined || bodies.some(({ name }) => name === named)) continue;
    const seen = `it serves the file ${JSON.stringify(named)}, found none of that name in __files`;
    throw unreadable(path, seen, 'Put the file into __files, beside the mappings.');
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const unreadable = (path: string, seen: string, hint: string, cause?: unknown): ServiceError =>
  new ServiceError('MAPPING_UNREADABLE', `Failed to load the mappings of ${path}: ${seen}.`, hint, cause);
