import { z } from 'zod';
import { defineStreamFault } from '../define-fault.ts';

/** Whoever calls is let in, and thrown out at the first byte: a firewall that has forgotten the connection. */
export default defineStreamFault({
  name: 'reset',
  french: ['rompt chaque connexion'],
  blocks: true,
  values: z.strictObject({}),
  begin: (engine) =>
    engine.bend({
      ways: ['there', 'back'],
      shape: () => () => 'reset',
      toxic: { type: 'reset_peer', attributes: { timeout: 0 } },
    }),
});
