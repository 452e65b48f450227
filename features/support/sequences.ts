import type { MovementOverrides } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import type { Random } from '../../fixtures/random.ts';
import { endRows, outcomeOf } from '../explore/french/print.ts';
import type { ExpectedMove } from '../explore/french/read.ts';
import type { Move, MovementSpec } from '../explore/move.ts';
import { Player } from '../explore/player.ts';
import type { Scene } from '../explore/scene.ts';
import { HarnessError, InconclusiveError } from './errors.ts';
import type { CorridorWorld } from './world.ts';

/** Deeds that a target without a test clock, or that cannot be restarted, is spared. */
const MEANS: readonly string[] = ['restart', 'wait', 'leave', 'return'];

const players = new WeakMap<
  CorridorWorld,
  { readonly specs: readonly MovementSpec[]; readonly player: Player }
>();

/** A scenario as a scene for sequences of messages. */
const sceneOf = (world: CorridorWorld): Scene => ({
  environment: world.environment,
  reference: world.run.settings.reference,
  recorded: world.recorded,
  alone: world.alone,
  away: world.away,
  draw: (random: Random, corridor: string, overrides: MovementOverrides): Movement =>
    world.prepare(corridor, overrides, random),
  seat: (country) => world.seat(country),
  submit: (country, message) => world.submit(country, message),
  silence: (answer) => world.silence(answer),
  settle: () => world.settle(),
  judge: (observations) => world.judge(observations),
  get ended() {
    return world.run.over !== undefined;
  },
});

/** The movements of the scenario, as its table has them. */
export const specsOf = (world: CorridorWorld): readonly MovementSpec[] => stagedIn(world).specs;

/** Draws the movements of the table. */
export function stageSequence(world: CorridorWorld, specs: readonly MovementSpec[]): void {
  players.set(world, { specs, player: new Player(sceneOf(world), specs) });
}

/** Plays the rows, and insists that each outcome in the table is the one that the profile gives. */
export async function playSequence(world: CorridorWorld, rows: readonly ExpectedMove[]): Promise<void> {
  const { player } = stagedIn(world);
  for (const { move } of rows) {
    insistOnGoing(world);
    await player.play(move);
  }
  await player.end();
  for (const { move, outcome } of rows) {
    insist(`n° ${move.id}`, outcome, outcomeOf(move, player));
    insistOnEffect(world, player, move);
  }
}

/** Whoever ends the campaign does not wait for what is left of a long table. */
function insistOnGoing({ run }: CorridorWorld): void {
  if (run.over === undefined) return;
  throw new InconclusiveError('La campagne a été interrompue pendant cette suite.', 'Relancez la campagne.');
}

/** A row that did nothing was not played, whatever the table makes one believe; but for means that a target may lack. */
function insistOnEffect({ environment }: CorridorWorld, player: Player, { id, act }: Move): void {
  const { idle } = player.played.find(({ move }) => move.id === id) ?? { idle: true };
  const lacking = act === 'restart' ? !environment.stack.restart : !environment.capabilities.testClock;
  if (!idle || (lacking && MEANS.includes(act))) return;
  throw new HarnessError(
    'IDLE_ROW',
    `Au tableau, n° ${id} ne fait rien là où il se trouve.`,
    "Retirez la ligne, ou mettez avant elle ce qu'elle suppose.",
  );
}

/** Judges what was recorded of it. */
export function judgeSequence(world: CorridorWorld): void {
  world.judge(stagedIn(world).player.observations);
}

/** How the ledger has to end is in the table too; that it does was judged by each field. */
export function judgeEndings(world: CorridorWorld, endings: readonly (readonly string[])[]): void {
  const { player, specs } = stagedIn(world);
  const wanted = endRows({ movements: specs, moves: [] }, player);
  for (const [index, cells] of endings.entries())
    insist(`mouvement ${cells[0]}`, cells.join(' | '), (wanted[index] ?? []).join(' | '));
  world.judge(player.observations);
}

/** The table was written, or the profile changed since: neither is a fault of the stack. */
function insist(what: string, written: string, wanted: string): void {
  if (written === wanted) return;
  throw new HarnessError(
    'TABLE_DIFFERS',
    `Au tableau, ${what} dit « ${written} » ; selon le profil : « ${wanted} ».`,
    'Corrigez la ligne, ou le profil.',
  );
}

function stagedIn(world: CorridorWorld) {
  const staged = players.get(world);
  if (staged) return staged;
  throw new HarnessError(
    'SCENARIO_ORDER',
    "Impossible de jouer la suite : le scénario n'a donné aucun mouvement.",
    'Commencez par « Étant donné les mouvements suivants: ».',
  );
}
