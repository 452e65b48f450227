import { z } from 'zod';
import { defineStreamFault } from '../define-fault.ts';

/** The line is cut: whoever calls is refused, open connections are closed. */
export default defineStreamFault({
  name: 'cut',
  french: ['est coupée'],
  blocks: true,
  values: z.strictObject({}),
  begin: (engine) => engine.close(),
});
