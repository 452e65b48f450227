// Generates movements in a process of its own and prints its resident memory after each number of them.
import { movements, skip } from './movements.ts';

const source = movements('memory');
let generated = 0;
for (const total of process.argv.slice(2).map(Number)) {
  skip(source, total - generated);
  generated = total;
  process.stdout.write(`${total} ${process.memoryUsage.rss()}\n`);
}
