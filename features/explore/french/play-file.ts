import { readFile } from 'node:fs/promises';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle } from '@cucumber/messages';
import { HarnessError } from '../../support/errors.ts';
import type { MovementSpec } from '../move.ts';
import { readEnds, readMovements, readMoves } from './read.ts';
import { visible } from './visible.ts';

/** What is wrong with a file that somebody wants played: wrong usage, told before anything is started. */
class PlayFileError extends HarnessError {
  /** @source docs/cli.md */
  readonly exitCode = 4;
}

/** Largest file that is read, bytes: the rows of a hundred long scenarios. */
const LARGEST_BYTES = 4 * 1024 * 1024;

/**
 * Reads a feature file as `explore --play` will have it played, and insists that all that its sequences say is understood.
 * Scenarios made of other steps are left to Cucumber.
 * @throws PlayFileError
 */
export async function insistOnPlayFile(path: string): Promise<void> {
  const pickles = picklesOf(path, await textOf(path));
  if (pickles.length === 0)
    throw new PlayFileError(
      'NO_SCENARIO',
      `${visible(path)} ne contient aucun scénario.`,
      'Ajoutez un scénario.',
    );
  for (const pickle of pickles) {
    try {
      insistOnSequence(pickle);
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      const place = visible(`${path}, scénario « ${pickle.name} »`);
      throw new PlayFileError(error.code, `${place} : ${visible(error.message)}`, visible(error.hint), {
        cause: error,
      });
    }
  }
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const seen = error.code === 'EISDIR' ? "c'est un dossier" : error.message;
    throw unreadable(path, seen, 'Donnez un fichier .feature.');
  });
  if (bytes.length > LARGEST_BYTES)
    throw new PlayFileError(
      'OVER_LIMIT',
      `${visible(path)} a ${bytes.length} octets.`,
      `Fichier : ${LARGEST_BYTES} octets au plus.`,
    );
  return bytes.toString('utf8');
}

const unreadable = (path: string, seen: string, hint: string): PlayFileError =>
  new PlayFileError('FEATURE_NOT_READ', visible(`${path} ne se lit pas : ${seen}.`), hint);

function picklesOf(path: string, text: string): readonly Pickle[] {
  const newId = IdGenerator.incrementing();
  try {
    const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher('fr'));
    return compile(parser.parse(text), path, newId);
  } catch (error) {
    const [, first = 'pas de Gherkin'] = error instanceof Error ? error.message.split('\n') : [];
    throw unreadable(
      path,
      first,
      'Un fichier en Gherkin, mots-clés en français : voir docs/guides/explore.md.',
    );
  }
}

/** Sentences of features/steps/sequence.steps.ts. */
const MOVEMENTS = 'les mouvements suivants:';
const MOVES = 'ces faits se succèdent:';
const JUDGED = 'chaque issue est celle du tableau, et les registres sont conformes au profil';
const ENDS = 'les mouvements finissent ainsi:';

function insistOnSequence({ steps }: Pickle): void {
  let movements: readonly MovementSpec[] | undefined;
  let judged = true;
  for (const { text, argument } of steps) {
    const rows = argument?.dataTable?.rows ?? [];
    const table = rows.map(({ cells }) => cells.map(({ value }) => value));
    const staged = (): readonly MovementSpec[] => movements ?? outOfOrder(`Étant donné ${MOVEMENTS}`);
    inStep(text, () => {
      if (text === MOVEMENTS) movements = readMovements(table);
      if (text === MOVES) readMoves(table, staged());
      if (text === ENDS) readEnds(table, staged());
    });
    judged = text === MOVES ? false : judged || text === ENDS || text === JUDGED;
  }
  if (!judged) outOfOrder(`Alors ${JUDGED}`);
}

/** Which of the tables of a scenario is meant. */
function inStep(text: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    throw new HarnessError(error.code, `« ${text} » ${error.message}`, error.hint, { cause: error });
  }
}

function outOfOrder(missing: string): never {
  throw new HarnessError('SCENARIO_ORDER', `Il manque « ${missing} ».`, 'Voir docs/guides/explore.md.');
}
