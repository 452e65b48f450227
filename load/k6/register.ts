import { sleep } from 'k6';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { questionRoute } from './route.ts';
import { ask } from './send.ts';
import type { Step } from './unpack.ts';

/** As the profile writes it: what a stack says otherwise is no reservation, and goes into no message. */
const RESERVATION_ID = /^[0-9a-f-]{36}$/i;

/** An office asks the register before it releases: under which number it has reserved for this movement, or null. */
export function reservationOf(run: RunFile, { route, guarantee }: Step, reference: string): string | null {
  const question = questionRoute(run, route.from, 'Register', `/v0/guarantees/${guarantee}`);
  const firstAt = Date.now();
  for (let repeats = 0; Date.now() - firstAt <= run.giveUpMs; repeats += 1) {
    const { status, answer } = ask(run, question);
    const reserved = status === 200 ? reservedIn(answer, reference) : undefined;
    if (reserved !== undefined) return reserved;
    sleep(Math.min(run.retryMs.longest, run.retryMs.first * 2 ** repeats) / 1_000);
  }
  return null;
}

function reservedIn(answer: string, reference: string): string | undefined {
  try {
    const { reservations } = JSON.parse(answer) as { reservations: Readonly<Record<string, unknown>>[] };
    const ours = reservations.find(({ transitReference }) => transitReference === reference);
    const id = ours?.['reservationId'];
    return typeof id === 'string' && RESERVATION_ID.test(id) ? id : undefined;
  } catch {
    return undefined; // of another shape
  }
}
