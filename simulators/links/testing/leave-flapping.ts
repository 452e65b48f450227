// Closes a link under a flapping line without ending the fault, and has nothing left to do: does the process end?
import { linkTo } from './engines.ts';

void linkTo({ host: '127.0.0.1', port: 1 }).then(async (link) => {
  await link.begin({ name: 'flapping', upMs: 50, downMs: 50 });
  await link[Symbol.asyncDispose]();
});
