import { movementStates } from '../../../profile/states/movement-states.ts';
import { FINDINGS } from '../../support/finding-words.ts';
import type { Fault, Outcome } from '../model/views.ts';
import { isDeed, type Move, type Sequence } from '../move.ts';
import type { Player } from '../player.ts';
import { roadWords } from '../roads.ts';
import { wordOfAct, wordOfLoad, wordsFor } from '../words.ts';
import { COUNTRY_WORDS } from './countries.ts';

const wordOfFinding = wordsFor(FINDINGS);

const MOVEMENT_COLUMNS = ['mouvement', 'corridor', 'graine', 'articles', 'chargement', 'garantie', 'dates'];
const MOVE_COLUMNS = ['n°', 'mouvement', 'qui', 'message', 'précision', 'issue'];
const END_COLUMNS = ['mouvement', 'état', 'version', 'événements', 'constats'];

/**
 * A sequence as a scenario that can be pasted into `features/`: what happens, message by message, with the outcome that the
 * profile wants for each, in words.
 * @param requirements what it shows, as tags
 */
export function printScenario(
  title: string,
  requirements: readonly string[],
  sequence: Sequence,
  player: Player,
): string {
  const tags = [...requirements.map((id) => `@${id}`), '@exclusif', '@horloge', '@panne'].join(' ');
  return [
    `  ${tags}`,
    `  Scénario: ${title}`,
    '    Étant donné les mouvements suivants:',
    ...table([MOVEMENT_COLUMNS, ...movementRows(sequence)]),
    '    Quand ces faits se succèdent:',
    ...table([MOVE_COLUMNS, ...moveRows(sequence, player)]),
    '    Alors chaque issue est celle du tableau, et les registres sont conformes au profil',
    '    Et les mouvements finissent ainsi:',
    ...table([END_COLUMNS, ...endRows(sequence, player)]),
    '',
  ].join('\n');
}

/** A whole file with one feature. */
export const printFeature = (scenarios: readonly string[]): string =>
  ['# language: fr', "Fonctionnalité: Suites de messages trouvées par l'exploration", '', ...scenarios].join(
    '\n',
  );

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map(
    (row) => `      | ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
}

const movementRows = ({ movements }: Sequence): string[][] =>
  movements.map(({ number, corridor, seed, items, load, guarantee, monthEnd }) => [
    String(number),
    roadWords(corridor) ?? corridor,
    String(seed),
    items === undefined ? '' : String(items),
    load === undefined ? '' : wordOfLoad(load),
    guarantee === 'fund' ? 'fonds' : 'montant de référence',
    monthEnd ? 'fins de mois' : '',
  ]);

function moveRows({ moves }: Sequence, player: Player): string[][] {
  const numbers = new Map(moves.map(({ id }, index) => [id, index + 1]));
  return moves.map((move, index) => [
    String(index + 1),
    move.movement === 0 ? '' : String(move.movement),
    COUNTRY_WORDS[move.by] ?? move.by,
    wordOfAct(move.act),
    precisionOf(move, numbers),
    outcomeOf(move, player),
  ]);
}

/** What comes after the words of the move: which message again, how often, how long. */
function precisionOf({ detail, of, count, act }: Move, numbers: ReadonlyMap<number, number>): string {
  const again = of === undefined ? [] : [`n° ${numbers.get(of)}`];
  if (count === undefined) return [...again, ...detail].join(', ');
  return [...again, ...detail, act === 'wait' ? `${count} s` : `${count} fois`].join(', ');
}

const faultWords = ({ code, pointer, rule }: Fault): string =>
  `${code}${rule ? ` ${rule}` : ''} à ${pointer}`;

/** The outcome of a message in words; empty for what has none. */
export function outcomeOf(move: Move, player: Player): string {
  const entry = player.entryOf(move.id);
  if (!entry || (isDeed(move.act) && move.act !== 'reuse-id')) return '';
  if (entry.reasons)
    return entry.reasons.length === 0 ? 'accepté' : `le registre refuse: ${entry.reasons.join(', ')}`;
  if (entry.asked && 'rejection' in entry.asked)
    return `rejetée sans aucune donnée: ${entry.asked.rejection}`;
  return outcomeWords(entry.outcome);
}

function outcomeWords(outcome: Outcome): string {
  if (outcome.kind === 'accepted') return 'accepté';
  if (outcome.kind === 'waits') return 'attend';
  const faults = outcome.faults.map(faultWords).join(' et ');
  return `${outcome.kind === 'refused' ? 'refusé au vu du mouvement' : 'refusé au dépôt'}: ${faults}`;
}

/** State, version, events and findings of each movement as the ledger must end. */
export const endRows = ({ movements }: Sequence, player: Player): string[][] =>
  movements.map(({ number }) => [String(number), ...endOf(number, player)]);

function endOf(number: number, player: Player): string[] {
  const view = player.model.movements.get(player.movements.get(number)?.reference ?? '');
  if (!view) return [movementStates.NONE.fr, '0', '0', 'aucun'];
  const facts = view.findings.map(({ kind }) => wordOfFinding(kind)).sort();
  return [
    movementStates[view.state].fr,
    String(view.version),
    String(view.events.length),
    facts.length === 0 ? 'aucun' : facts.join(', '),
  ];
}
