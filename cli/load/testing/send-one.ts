import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pack } from '../../../fixtures/load/pack.ts';
import type { RunFile } from '../../../fixtures/load/run-file.ts';
import { canonicalForm } from '../../../profile/envelope/digest.ts';
import { packageRoot } from '../../../profile/export/package-root.ts';
import { findK6 } from '../find-k6.ts';

/** Of the message that {@link sendOne} sends. */
export const MESSAGE_ID = '019b8c00-0000-7000-8000-000000000001';
const SCRIPT = join(packageRoot(), 'load', 'k6', 'movements.ts');

/** What is sent, and how k6 is started. */
interface Sent {
  readonly name?: string;
  readonly payload?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** One message of one movement, sent by k6. @returns what k6 said */
export async function sendOne(
  folder: string,
  run: Partial<RunFile> & Pick<RunFile, 'hubs'>,
  { name = 'TransitNotice', payload = { note: 'Avis fictif à Lomé' }, env = {} }: Sent = {},
): Promise<string> {
  const file = (called: string, content: string): string => {
    writeFileSync(join(folder, called), content);
    return join(folder, called);
  };
  const whole = canonicalForm({ messageId: MESSAGE_ID, messageType: 'AT01', preparedAt: '@', payload });
  const step = { atMs: 0, from: 'TG', name, method: 'POST', path: '/v0/messages' } as const;
  const slots = ['preparedAt'] as const;
  const steps = [{ ...step, messageId: MESSAGE_ID, pieces: whole.split('@'), slots }];
  const guarantee = { registrar: 'TG', reference: '26TGFICTIF000001' };
  const movement = { reference: '26TG0LOM1T00000014', corridor: 'X', countries: ['TG'], guarantee, steps };
  const runFile: RunFile = {
    binSeconds: 1,
    movementsPerBin: [1, 2],
    virtualUsers: { ready: 3, most: 3 },
    gracefulSeconds: 5,
    ...{ answerWithinMs: 5_000, giveUpMs: 0, retryMs: { first: 1, longest: 1 }, thresholds: {} },
    ...run,
  };
  const { command } = await findK6({ env: process.env, cwd: folder });
  const [program = '', ...before] = command;
  const words = ['--quiet', '--no-usage-report', '--log-format', 'raw', '--log-output', 'stdout'];
  const files = [
    ...['-e', `RUN=${file('run.json', JSON.stringify(runFile))}`],
    ...['-e', `TRAFFIC=${file('traffic.txt', pack(movement))}`],
  ];
  const k6 = spawn(program, [...before, 'run', ...words, ...files, SCRIPT], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(k6.stdout), once(k6, 'exit')]);
  return said;
}
