import { type AskFault, ask } from '../../features/support/ask.ts';
import type { TargetDescription } from '../../features/support/targets/target.ts';
import { capabilities as statement } from '../../profile/capabilities.ts';
import { timers } from '../../profile/timers/timers.ts';
import { SeatError } from '../../simulators/customs/index.ts';
import type { Io } from '../io.ts';
import { certificate } from './certificate.ts';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';
import { whyNotListening } from './listening.ts';

/** What was seen instead of an answer, and what to do about it. */
const FAULTS: Readonly<
  Record<AskFault['kind'], (detail: string) => readonly [seen: string, remedy: string]>
> = {
  unreachable: (code) => [
    `nothing listens there (${code})`,
    'Start the stack, or correct "hub" in the target file.',
  ],
  timeout: (seconds) => [
    `no whole answer within ${seconds} s`,
    'Look at the log of the stack, or give it longer with --answer-within.',
  ],
  cut: (code) => [
    `the connection broke before an answer (${code})`,
    'Check that "hub" is the HTTP port of the stack, and http or https.',
  ],
  'too-large': (bytes) => [
    `an answer larger than ${bytes} bytes`,
    'Check that "hub" is the base address of the stack.',
  ],
  redirect: (location) => [
    `a redirect to ${location}, which is not followed`,
    'Write the address behind it in "hub", or pass by the login page.',
  ],
  status: (status) => [`HTTP ${status}`, 'Check the path in "hub"; binding §5 says what is published there.'],
  html: (text) => [`a web page: ${text}`, 'Check "hub": a portal or a proxy answers there, not the stack.'],
  'not-json': (text) => [
    `not a JSON object: ${text || 'an empty answer'}`,
    'Binding §5 says what is published there.',
  ],
};

const unanswered = (id: string, url: string, { kind, detail }: AskFault): DoctorFinding => {
  const [seen, remedy] = FAULTS[kind](detail);
  return problem(id, `${url}: ${seen}`, remedy);
};

function environmentOf(declared: string, body: Readonly<Record<string, unknown>>): DoctorFinding {
  const seen = body['environment'];
  if (seen === declared) return ok('environment', `the stack says that it is a ${seen} environment`);
  const said = seen === undefined ? 'nothing about its environment' : JSON.stringify(seen).slice(0, 80);
  return problem(
    'environment',
    `the stack says ${said}, the target file says "${declared}"`,
    'Correct "environment" in the target file: test messages are refused in production (P08).',
  );
}

function clockOf(body: Readonly<Record<string, unknown>>, now: number, testClock: boolean): DoctorFinding {
  const skewSeconds = Math.round(Math.abs(Date.parse(String(body['now'])) - now) / 1000);
  if (Number.isNaN(skewSeconds))
    return warning('clock', 'the health answer has no readable "now"', 'See binding §5.');
  if (skewSeconds <= timers.clockTolerance.seconds) return ok('clock', `clocks differ by ${skewSeconds} s`);
  const ahead = Date.parse(String(body['now'])) > now;
  if (testClock && ahead)
    return warning(
      'clock',
      `the test clock of the stack stands ${skewSeconds} s ahead`,
      'An earlier run moved it and the next one follows it; restart the stack for the time of day.',
    );
  return problem(
    'clock',
    `clocks differ by ${skewSeconds} s`,
    `Synchronise both clocks (NTP); ${timers.clockTolerance.seconds} s is tolerated.`,
  );
}

async function capabilities(hub: string, withinMs: number): Promise<DoctorFinding> {
  const url = `${hub}/v0/capabilities`;
  const asked = await ask(url, { withinMs });
  if (!asked.body) return unanswered('capabilities', url, asked.fault);
  const parsed = statement.safeParse(asked.body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') || 'the statement';
    const seen = issue?.message.replace('Invalid input: ', '').replace('received undefined', 'found nothing');
    return problem('capabilities', `${url}: ${field}: ${seen}`, 'Publish the statement of binding §5.');
  }
  const classes = parsed.data.classes.join(', ') || 'none';
  if (parsed.data.testClock) return ok('capabilities', `classes: ${classes}; with a test clock`);
  return warning(
    'capabilities',
    `classes: ${classes}; no test clock`,
    'Scenarios about time limits will not apply; binding §6 says how to offer one.',
  );
}

/** The simulated countries listen on `host` of the target file. */
async function seats(host: string): Promise<DoctorFinding> {
  const error = await whyNotListening(host, 0);
  if (error === undefined) return ok('seats', `the simulated countries can listen on ${host}`);
  const { message, hint } = new SeatError(host, 0, error);
  return problem('seats', message.replace(` ${hint}`, ''), hint);
}

/** What stands between this machine and a stack. Each answer is waited for `withinMs` at most. */
export async function examineTarget(
  described: TargetDescription,
  withinMs: number,
  io: Io,
): Promise<DoctorFinding[]> {
  const { host } = described;
  const here = host === undefined ? [] : [await seats(host)];
  return [...here, ...(await examineHub(described, withinMs, io))];
}

async function examineHub(
  { hub, environment }: TargetDescription,
  withinMs: number,
  io: Io,
): Promise<DoctorFinding[]> {
  const asked = await ask(`${hub}/v0/health`, { withinMs });
  if (!asked.body) return [unanswered('hub', `${hub}/v0/health`, asked.fault)];
  const address = new URL(hub);
  const clock = await ask(`${hub}/v0/test-clock`, { withinMs });
  const testClock = typeof clock.body?.['now'] === 'string';
  return [
    ok('hub', `${hub} answers`),
    environmentOf(environment, asked.body),
    clockOf(asked.body, io.now(), testClock),
    ...(address.protocol === 'https:' ? [await certificate(address, io.now(), withinMs)] : []),
    await capabilities(hub, withinMs),
  ];
}
