import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NotReadError, readRegularFile, whyNotRead } from '../fixtures/regular-file.ts';
import { pilotColumns } from '../reports/pilot/columns.ts';
import { type ReadExports, readExports } from '../reports/pilot/read-exports.ts';
import { SHORTEST_KEY_BYTES, Tokens } from '../reports/pilot/tokens.ts';
import { wrap } from '../reports/renderers/terminal-text.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { readYamlFile } from './yaml-file.ts';

/** How the exports of a pilot are read, as the command line says. */
export interface ExportOptions {
  /** The mapping; undefined: what is named is evidence, no exports. */
  readonly columns?: string;
  readonly tokenKey?: string;
  readonly keepIdentifiers?: boolean;
  readonly evidence?: string;
  readonly skipBadRows?: boolean;
}

/** What was read, and the evidence made of it; disposing removes what nobody asked to keep. */
export interface PilotEvidence extends AsyncDisposable {
  readonly path: string;
  readonly read: ReadExports & {
    readonly identifiers: 'tokens' | 'kept';
    readonly tokenKey: 'file' | 'run' | null;
  };
}

const LONGEST_KEY_BYTES = 4_096;
const RUN_KEY_BYTES = 32;

const words = {
  code: 'COLUMNS',
  what: 'the mapping of columns',
  needs: '`exports:` with the columns of each file',
  hint: 'docs/guides/pilote.md shows an example.',
};

/** Options that say how exports are read mean nothing without a mapping. */
export function insistOnColumns(options: ExportOptions): void {
  const given = [
    options.tokenKey !== undefined && '--token-key',
    options.keepIdentifiers && '--keep-identifiers',
    options.evidence !== undefined && '--evidence',
    options.skipBadRows && '--skip-bad-rows',
  ].find(Boolean);
  if (options.columns !== undefined || given === undefined) return;
  throw new UsageError(
    'COLUMNS_MISSING',
    `Failed to reconcile: found ${given} without --columns.`,
    `Give --columns FILE, which says how the exports are read. ${words.hint}`,
  );
}

/** Reads the exports into evidence, in a folder of its own unless the command line names a file. */
export async function pilotEvidence(
  exports: readonly string[],
  columns: string,
  options: ExportOptions,
  io: Io,
  onRows: (file: string, rows: number) => void,
): Promise<PilotEvidence> {
  const mapping = readYamlFile(columns, io.cwd, pilotColumns, words);
  const tokens = options.keepIdentifiers ? undefined : new Tokens(keyOf(options, io.cwd));
  const folder =
    options.evidence === undefined ? await mkdtemp(join(tmpdir(), 'corridor-pilot-')) : undefined;
  const dispose = async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  const path =
    folder === undefined ? resolve(io.cwd, options.evidence ?? '') : join(folder, 'exchange.ndjson');
  try {
    const paths = exports.map((named) => resolve(io.cwd, named));
    const { skipBadRows = false } = options;
    const read = await readExports(paths, mapping, {
      tokens,
      evidence: path,
      skipBadRows,
      signal: io.signal,
      onRows,
    });
    const identifiers = tokens ? 'tokens' : 'kept';
    const tokenKey = tokens ? (options.tokenKey === undefined ? 'run' : 'file') : null;
    return { path, read: { ...read, identifiers, tokenKey }, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** The bytes of the key file less the line break that editors add; never in a message. */
function keyOf({ tokenKey }: ExportOptions, cwd: string): Buffer {
  if (tokenKey === undefined) return randomBytes(RUN_KEY_BYTES);
  const hint = `Give a file of ${SHORTEST_KEY_BYTES} to ${LONGEST_KEY_BYTES} bytes that nobody else has, such as 32 random bytes.`;
  const file = resolve(cwd, tokenKey);
  let key: Buffer;
  try {
    const bytes = readRegularFile(file, LONGEST_KEY_BYTES);
    key = Buffer.from(bytes.toString('latin1').replace(/[\r\n]+$/, ''), 'latin1');
  } catch (error) {
    const code =
      error instanceof NotReadError && error.code === 'TOO_LARGE'
        ? 'TOKEN_KEY_NOT_VALID'
        : 'TOKEN_KEY_NOT_READ';
    throw new UsageError(code, `Failed to read the token key ${file}: ${whyNotRead(error)}.`, hint);
  }
  if (key.length >= SHORTEST_KEY_BYTES) return key;
  throw new UsageError(
    'TOKEN_KEY_NOT_VALID',
    `Failed to read the token key ${file}: it has ${key.length} bytes.`,
    hint,
  );
}

const counted = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

/** What was read, in French: each file, what was left out, what is compared, what became of identifiers. */
export function exportLines({ read, path }: PilotEvidence, { evidence }: ExportOptions): string[] {
  const lines = read.files.flatMap(({ file, rows, ignored, bad, badRows }) => [
    ...wrap(
      [
        `${file} : ${counted(rows, 'ligne lue', 'lignes lues')}`,
        ignored > 0 && `${counted(ignored, 'laissée', 'laissées')} de côté par la correspondance`,
        bad > 0 && `${counted(bad, 'illisible', 'illisibles')}, laissée${bad > 1 ? 's' : ''} de côté`,
      ]
        .filter(Boolean)
        .join(', '),
      '  ',
    ),
    ...badRows.flatMap((text) => wrap(text, '    ')),
  ]);
  const bad = read.files.some((file) => file.bad > 0);
  const compared =
    read.compared === 'payload'
      ? 'le contenu entier'
      : read.compared.join(', ') || 'type et référence seulement';
  return [
    '',
    'Exports',
    ...lines,
    ...(bad
      ? wrap(
          'Une ligne laissée de côté peut faire paraître perdu ce qui ne l’est pas, et cacher ce qui l’est.',
          '  ',
        )
      : []),
    ...wrap(`Contenus comparés d’un siège à l’autre : ${compared}.`, '  '),
    ...wrap(identifierLine(read), '  '),
    ...(evidence === undefined ? [] : wrap(`Preuves écrites : ${path}`, '  ')),
  ];
}

function identifierLine({ identifiers, tokenKey }: PilotEvidence['read']): string {
  if (identifiers === 'kept') return 'Identifiants de personnes et d’entreprises conservés, comme demandé.';
  const key = tokenKey === 'file' ? 'du fichier donné' : 'tirée pour cette exécution';
  return `Identifiants de personnes et d’entreprises remplacés par des jetons ; clé ${key}.`;
}
