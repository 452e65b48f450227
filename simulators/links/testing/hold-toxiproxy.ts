// Opens a Toxiproxy, says where, and stays until it is killed: what becomes of a server whose owner dies at once.
import { toxiproxyForTests } from './engines.ts';

void toxiproxyForTests().then((toxiproxy) => {
  process.stdout.write(`${toxiproxy?.api.url ?? 'none'}\n`);
  setInterval(() => undefined, 1_000);
});
