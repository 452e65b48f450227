import type { JudgedFinding } from '../../reports/evidence/run.ts';
import type { Observation } from '../checks/check.ts';
import type { Environment } from '../support/environment.ts';
import { allFindingsOf } from '../support/judging.ts';
import type { RunContext } from '../support/run-context.ts';
import type { Generator } from './draw/generator.ts';
import { ExplorerScene } from './explorer-scene.ts';
import type { Move, Sequence } from './move.ts';
import { Player } from './player.ts';

/** A sequence that was played to its end, and what was judged of it. */
export interface Performance {
  readonly sequence: Sequence;
  readonly player: Player;
  readonly findings: readonly JudgedFinding[];
}

/** Plays a sequence that was drawn before. */
export async function perform(
  run: RunContext,
  environment: Environment,
  id: string,
  { movements, moves }: Sequence,
): Promise<Performance> {
  using scene = new ExplorerScene(run, environment, id);
  const player = new Player(scene, movements);
  for (const move of moves) await player.play(move);
  await player.end();
  const played = player.played.filter(({ idle }) => !idle).map(({ move }) => move);
  return { sequence: { movements, moves: played }, player, findings: judged(player, scene) };
}

/** Moves that may follow a sequence, when they promise something new. */
const LAST_MOVES = 10;

/** Draws a sequence move by move while it is played. @param over ends it early */
export async function improvise(
  run: RunContext,
  environment: Environment,
  id: string,
  generator: Generator,
  over: () => boolean,
): Promise<Performance> {
  using scene = new ExplorerScene(run, environment, id);
  const movements = generator.specs();
  const player = new Player(scene, movements);
  const moves: Move[] = [];
  let length = generator.length(movements.length);
  for (let nth = 1; nth <= length + LAST_MOVES && !over(); nth += 1) {
    const move = nth <= length ? generator.next(player, nth) : generator.last(player, nth);
    if (!move) break;
    if (move.act === 'consult') length += 1; // a look leads nowhere
    const before = new Map(player.model.movements);
    const { idle } = await player.play(move);
    if (!idle) moves.push(move);
    generator.note(before, player);
  }
  await player.end();
  return { sequence: { movements, moves }, player, findings: judged(player, scene) };
}

function judged(player: Player, scene: ExplorerScene): JudgedFinding[] {
  const observations: Observation[] = [...player.observations, ...scene.observations];
  return observations.length === 0 ? [] : allFindingsOf(observations, []);
}
