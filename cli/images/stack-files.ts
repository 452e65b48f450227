import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Ingredient } from './recipe.ts';

/** The stack runs whole, with what it finds in its folders by itself, and whatever that loads, early or late. */
const WHOLE = 'dist/simulators/stack';
/** What the command line loads late on the way to the stack. */
const ON_THE_WAY = 'dist/cli/deviation-choice.js';
/** The command line, of which only what it loads at its start is needed. */
const COMMAND_LINE = 'dist/cli/main.js';
const ROOMS_WITH_DATA = ['dist/profile', 'dist/fixtures', 'dist/simulators'];
const PLAIN = ['package.json', 'LICENSE', 'bin/corridor.js', 'profile/requirements.csv'];

const ANY_LOAD = /require(?:\.resolve)?\("([^"]+)"\)/g;
const EARLY_LOAD = /^(?:const .*)?\brequire\("([^"]+)"\)/gm;

/** Names of packages, however they are asked for: `require`, `createRequire`, `require.resolve`. */
const WORD = /["'](@?[a-z][\w@./-]*)["']/g;

/** Compiled files that run, and the packages that they name. */
class Loaded {
  readonly files = new Set<string>();
  readonly packages = new Set<string>();
  readonly #known: ReadonlySet<string>;

  /** @param known packages that this one depends on */
  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  visit(file: string, loads: RegExp): void {
    if (this.files.has(file)) return;
    this.files.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(loads))
      if (name.startsWith('.')) this.visit(resolve(dirname(file), name), loads);
    for (const [, word = ''] of text.matchAll(WORD))
      if (this.#known.has(packageOf(word))) this.packages.add(packageOf(word));
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

/**
 * What `corridor stack` loads of this package, and nothing else, by its place in the package. All of it is JavaScript and
 * data, so that it may be put together on any machine for any other.
 */
export function stackFiles(root: string): Ingredient[] {
  const loaded = new Loaded(new Set(Object.keys(manifestOf(root).dependencies ?? {})));
  for (const file of [...codeBelow(join(root, WHOLE)), join(root, ON_THE_WAY)]) loaded.visit(file, ANY_LOAD);
  loaded.visit(join(root, COMMAND_LINE), EARLY_LOAD);
  const folders = new Set<string>();
  for (const name of loaded.packages) addPackage(name, root, folders);
  const plain = PLAIN.map((file) => join(root, file)).filter((file) => existsSync(file));
  const all = [...plain, ...loaded.files, ...ROOMS_WITH_DATA.flatMap((room) => dataBelow(join(root, room)))];
  const packages = [...folders].flatMap((folder) => filesBelow(folder));
  return [
    ...all.map((from) => ({ from, to: relative(root, from) })),
    ...packages.map((from) => ({ from, to: placeOf(from, root) })),
  ];
}

/** The folder of a package and those of what it depends on, as Node finds them from where they are asked for. */
function addPackage(name: string, asker: string, folders: Set<string>): void {
  const folder = folderOf(name, asker);
  if (folder === undefined || folders.has(folder)) return;
  folders.add(folder);
  const { dependencies = {} } = manifestOf(folder);
  for (const needed of Object.keys(dependencies)) addPackage(needed, folder, folders);
}

function folderOf(name: string, asker: string): string | undefined {
  const found = join(asker, 'node_modules', name);
  if (existsSync(join(found, 'package.json'))) return found;
  const above = dirname(asker);
  return above === asker ? undefined : folderOf(name, above);
}

/** Packages of an installed Corridor lie beside it, those of a clone inside. */
const placeOf = (file: string, root: string): string =>
  file.startsWith(`${root}${sep}`) ? relative(root, file) : file.slice(file.indexOf('/node_modules/') + 1);

const NOT_RUN = new Set(['.ts', '.map', '.md', '.markdown', '.mts', '.cts', '.flow']);

/** Files of a package but for those that only people and compilers read; packages inside it are asked for by name. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'test', 'tests', '.github'].includes(entry.name) ? [] : filesBelow(path);
    return entry.isFile() && !NOT_RUN.has(extname(entry.name)) && !/\.test\.[cm]?js$/.test(path)
      ? [path]
      : [];
  });
}

const isCode = (file: string): boolean => extname(file) === '.js';
const codeBelow = (folder: string): string[] =>
  filesBelow(folder).filter((file) => isCode(file) && !file.includes(`${sep}testing${sep}`));
const dataBelow = (folder: string): string[] => filesBelow(folder).filter((file) => !isCode(file));
