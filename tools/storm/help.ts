import { phases } from './kills.ts';

/** Whether the words of the command line ask for help. */
export const asksForHelp = (words: readonly string[]): boolean =>
  words.some((word) => word === '--help' || word === '-h');

/** What `npm run storm -- --help` prints. */
export const HELP = `Usage: npm run storm -- [options]

Kills the reference stack again and again under traffic while links break, then reconciles the books.

Options:
  --kills <n>         how often the hub is killed with messages under way, 1 to 10000 (default: 100)
  --seed <n>          seed of the plan: movements, moments, pauses, faults (default: 1)
  --movements <n>     movements on the road at a time, 1 to 200 (default: 24)
  --phases <names>    when it is killed, separated by commas (default: all of them in turn):
                      ${phases.slice(0, 4).join(', ')},
                      ${phases.slice(4).join(', ')}
  --links <engine>    what carries the faults of the links: embedded, toxiproxy (default: embedded)
  --deviation <name>  make the stack commit this wrong behaviour: the storm must see it
  --out <directory>   where the evidence goes (default: reports/storms/TIME-seed-SEED)
  --format <format>   human, or json: one document on stdout (default: human)
  -h, --help          this text

Examples:
  npm run storm
  npm run storm -- --kills 20 --seed 7
  npm run storm -- --kills 10 --phases delivery,start-up
  npm run storm -- --kills 2 --phases between-commit-and-answer --deviation forgets-its-outbox-on-restart

Exit: 0 nothing lost and nothing done twice, 1 something was, 2 not proven or Ctrl-C, 3 the storm could not be
made, 4 wrong usage. How to read the result: docs/guides/tempete.md
`;
