import { setTimeout as pause } from 'node:timers/promises';

const LOOKED_EVERY_MS = 5;
const GIVEN_UP_AFTER_MS = 20_000;

/** Waits for what is observed, and not for ever. @throws Error with what was waited for */
export async function until(seen: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + GIVEN_UP_AFTER_MS;
  while (!(await seen())) {
    if (performance.now() > deadline) throw new Error(`Waited ${GIVEN_UP_AFTER_MS} ms in vain: ${what}.`);
    await pause(LOOKED_EVERY_MS);
  }
}
