import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { memberOf, parsed } from './recorded.ts';
import { listOf, stateWord } from './words.ts';

const MOVEMENT_PATH = /^\/v0\/movements\//;

/** As many movements as the scenario says are published, each under its own reference, all in this state. */
export function distinctMovements(
  records: readonly ExchangeRecord[],
  count: number,
  state: string,
): Observation[] {
  const states = new Map<string, unknown>();
  for (const { path, answer } of records.filter((record) => MOVEMENT_PATH.test(record.path)))
    states.set(path, answer?.status === 200 ? memberOf(parsed(answer.body), 'state') : answer?.status);
  return [
    observeEqual('nombre de mouvements', count, states.size),
    observeEqual(
      'leurs états',
      Array.from({ length: count }, () => state),
      [...states.values()],
      {},
      listOf(stateWord),
    ),
  ];
}
