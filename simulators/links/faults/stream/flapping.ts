import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { StreamEngine, Undo } from '../../link.ts';
import { defineStreamFault, milliseconds } from '../define-fault.ts';

const values = z.strictObject({ upMs: milliseconds.min(1), downMs: milliseconds.min(1) });

/** The line comes and goes: cut for `downMs`, whole for `upMs`, and again; cut first. */
export default defineStreamFault<z.infer<typeof values>>({
  name: 'flapping',
  french: ['est coupée {downMs} ms puis rétablie {upMs} ms, et ainsi de suite'],
  blocks: true,
  values,
  async begin(engine, { upMs, downMs }) {
    const over = new AbortController();
    const reopen = await engine.close();
    const course = comeAndGo(engine, reopen, { upMs, downMs }, over.signal);
    course.catch(() => undefined); // told to whoever ends the fault
    return async () => {
      over.abort();
      await course;
    };
  },
});

/** Until it is over; leaves the line whole. */
async function comeAndGo(
  engine: StreamEngine,
  first: Undo,
  { upMs, downMs }: z.infer<typeof values>,
  over: AbortSignal,
): Promise<void> {
  let reopen = first;
  for (;;) {
    await lasts(downMs, over);
    await reopen();
    if (over.aborted) return;
    await lasts(upMs, over);
    if (over.aborted) return;
    reopen = await engine.close();
  }
}

const lasts = (ms: number, over: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal: over }).catch(() => undefined);
