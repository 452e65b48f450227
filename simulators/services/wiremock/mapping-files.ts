import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ServiceError } from '../service-error.ts';
import type { WireMockDriver } from './wiremock-driver.ts';

/** A mapping file, read. */
interface MappingFile {
  readonly path: string;
  readonly mappings: readonly unknown[];
}

/** How many stubs and body files were loaded. */
export interface LoadedMappings {
  readonly stubs: number;
  readonly bodies: number;
}

/**
 * Loads a folder of WireMock's own mapping files as they are: every `*.json` in it or in its `mappings`, one stub or
 * `{"mappings": [...]}` a file; what they name as `bodyFileName` from its `__files`, or from that beside it.
 * Nothing is loaded before every file was read.
 * @throws ServiceError MAPPING_UNREADABLE naming the file that is not JSON, no mapping, or refused by WireMock
 */
export async function loadMappings(driver: WireMockDriver, folder: string): Promise<LoadedMappings> {
  const files = await Promise.all((await jsonFilesIn(folder)).map(readMappings));
  const bodies = await bodyFilesOf(folder);
  for (const { name, content } of bodies)
    await driver.admin('PUT', `files/${name.split('/').map(encodeURIComponent).join('/')}`, content);
  let stubs = 0;
  for (const { path, mappings } of files) {
    for (const mapping of mappings) {
      await add(driver, path, mapping);
      stubs += 1;
    }
  }
  return { stubs, bodies: bodies.length };
}

async function jsonFilesIn(folder: string): Promise<string[]> {
  const inside = join(folder, 'mappings');
  const from = (await isFolder(inside)) ? inside : folder;
  if (!(await isFolder(from)))
    throw unreadable(folder, 'no such folder', 'Give --mappings a folder of WireMock mapping files.');
  const names = (await readdir(from, { recursive: true })).filter(
    (name) => name.endsWith('.json') && !name.split(sep).includes('__files'),
  );
  if (names.length === 0)
    throw unreadable(folder, 'no *.json file in it', 'Give --mappings a folder that holds some.');
  return names.sort().map((name) => join(from, name));
}

async function readMappings(path: string): Promise<MappingFile> {
  const text = await readFile(path, 'utf8');
  const value = parsed(path, text.replace(/^\uFEFF/, ''));
  const many = (value as { mappings?: unknown }).mappings;
  if (many !== undefined && !Array.isArray(many))
    throw unreadable(path, '"mappings" is no list', 'Write {"mappings": [ ... ]}, or one stub.');
  return { path, mappings: Array.isArray(many) ? many : [value] };
}

function parsed(path: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text);
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

async function add(driver: WireMockDriver, path: string, mapping: unknown): Promise<void> {
  try {
    await driver.admin('POST', 'mappings', JSON.stringify(mapping));
  } catch (error) {
    const seen = `refused by WireMock (${(error as Error).message})`;
    throw unreadable(path, seen, 'Compare it with the mapping format of WireMock 3.', error);
  }
}

async function bodyFilesOf(folder: string): Promise<{ name: string; content: Uint8Array<ArrayBuffer> }[]> {
  for (const place of [join(folder, '__files'), join(folder, '..', '__files')]) {
    if (!(await isFolder(place))) continue;
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    return Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(async (entry) => {
          const path = join(entry.parentPath, entry.name);
          const content = new Uint8Array(await readFile(path));
          return { name: relative(place, path).split(sep).join('/'), content };
        }),
    );
  }
  return [];
}

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const unreadable = (path: string, seen: string, hint: string, cause?: unknown): ServiceError =>
  new ServiceError('MAPPING_UNREADABLE', `Failed to load the mappings of ${path}: ${seen}.`, hint, cause);
