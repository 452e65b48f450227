import { sleep } from 'k6';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { attempt } from './send.ts';
import type { Step } from './unpack.ts';

interface RegisterEntry {
  readonly reservations?: readonly { readonly transitReference: string; readonly reservationId: string }[];
}

/** An office asks the register before it releases: under which number it has reserved for this movement, or undefined. */
export function reservationOf(run: RunFile, step: Step, reference: string): string | undefined {
  const path = `/v0/guarantees/${step.guarantee}`;
  const question = { ...step, name: 'Register', method: 'GET', path } as const;
  const firstAt = Date.now();
  for (let repeats = 0; Date.now() - firstAt <= run.giveUpMs; repeats += 1) {
    const { status, answer } = attempt(run, question, null);
    const found = status === 200 ? entryOf(answer).reservations : undefined;
    const ours = found?.find(({ transitReference }) => transitReference === reference);
    if (ours) return ours.reservationId;
    sleep(Math.min(run.retryMs.longest, run.retryMs.first * 2 ** repeats) / 1_000);
  }
  return undefined;
}

function entryOf(text: string): RegisterEntry {
  try {
    return JSON.parse(text) as RegisterEntry;
  } catch {
    return {};
  }
}
