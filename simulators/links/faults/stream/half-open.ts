import { z } from 'zod';
import { defineStreamFault } from '../define-fault.ts';

/** Whoever calls is let in, and nothing is ever heard again: bytes are lost on both ways until the fault ends, then the connections are closed. */
export default defineStreamFault({
  name: 'half-open',
  french: ['est muette'],
  blocks: true,
  values: z.strictObject({}),
  begin: (engine) =>
    engine.bend({
      ways: ['there', 'back'],
      shape: () => () => [],
      toxic: { type: 'timeout', attributes: { timeout: 0 } },
      breaks: true,
    }),
});
