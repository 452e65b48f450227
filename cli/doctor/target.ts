import { connect } from 'node:tls';
import { timers } from '../../profile/timers/timers.ts';
import type { Io } from '../io.ts';
import { readTargetFile } from '../target-file.ts';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';

const ANSWER_WITHIN_MS = 10_000;
const CERTIFICATE_WARNING_DAYS = 30;
const DAY_MS = 86_400_000;

interface Seen {
  readonly body?: Record<string, unknown>;
  readonly fault?: string;
}

async function get(url: string): Promise<Seen> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS), redirect: 'error' });
    const text = await answer.text();
    if (!answer.ok) return { fault: `HTTP ${answer.status}` };
    return { body: JSON.parse(text) as Record<string, unknown> };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    if (error instanceof SyntaxError) return { fault: 'an answer that is not JSON' };
    return { fault: cause?.code ?? cause?.message ?? message };
  }
}

function environmentOf(declared: string, body: Record<string, unknown>): DoctorFinding {
  const seen = String(body['environment']);
  if (seen === declared) return ok('environment', `the stack says that it is a ${seen} environment`);
  return problem(
    'environment',
    `the stack says "${seen}", the target file says "${declared}"`,
    'Correct "environment" in the target file: test messages are refused in production (P08).',
  );
}

function clockOf(body: Record<string, unknown>, now: number): DoctorFinding {
  const skewSeconds = Math.round(Math.abs(Date.parse(String(body['now'])) - now) / 1000);
  if (Number.isNaN(skewSeconds))
    return warning('clock', 'the health answer has no readable "now"', 'See binding §5.');
  if (skewSeconds <= timers.clockTolerance.seconds) return ok('clock', `clocks differ by ${skewSeconds} s`);
  return problem(
    'clock',
    `clocks differ by ${skewSeconds} s`,
    'Synchronise both clocks (NTP); 300 s is tolerated.',
  );
}

/** Days that the certificate of an https hub is still valid. */
function certificate(hub: URL, now: number): Promise<DoctorFinding> {
  return new Promise((settle) => {
    const socket = connect(
      {
        host: hub.hostname,
        port: Number(hub.port || 443),
        servername: hub.hostname,
        timeout: ANSWER_WITHIN_MS,
      },
      () => {
        const until = Date.parse(socket.getPeerCertificate().valid_to);
        const days = Math.floor((until - now) / DAY_MS);
        socket.destroy();
        if (days > CERTIFICATE_WARNING_DAYS) return settle(ok('certificate', `valid for ${days} days`));
        settle(warning('certificate', `valid for ${days} days`, 'Renew the certificate of the hub.'));
      },
    );
    const fail = (seen: string) => {
      socket.destroy();
      settle(
        problem('certificate', seen, 'Give the issuing authority to this machine (NODE_EXTRA_CA_CERTS).'),
      );
    };
    socket.once('error', (error) => fail(error.message));
    socket.once('timeout', () => fail('no TLS answer within 10 s'));
  });
}

async function capabilities(hub: string): Promise<DoctorFinding> {
  const { body, fault } = await get(`${hub}/v0/capabilities`);
  if (!body)
    return problem(
      'capabilities',
      `${hub}/v0/capabilities: ${fault}`,
      'Publish the statement of binding §5.',
    );
  const classes = Array.isArray(body['classes']) ? body['classes'].join(', ') : 'none';
  if (body['testClock'] === true) return ok('capabilities', `classes: ${classes}; with a test clock`);
  return warning(
    'capabilities',
    `classes: ${classes}; no test clock`,
    'Scenarios about time limits will not apply; binding §6 says how to offer one.',
  );
}

/** What stands between this machine and the stack of a target file. */
export async function examineTarget(path: string, io: Io): Promise<DoctorFinding[]> {
  const { hub, environment } = await readTargetFile(path, io.cwd);
  const { body, fault } = await get(`${hub}/v0/health`);
  if (!body)
    return [
      problem('hub', `${hub}/v0/health: ${fault}`, 'Start the stack, or correct "hub" in the target file.'),
    ];
  const address = new URL(hub);
  return [
    ok('hub', `${hub} answers`),
    environmentOf(environment, body),
    clockOf(body, io.now()),
    ...(address.protocol === 'https:' ? [await certificate(address, io.now())] : []),
    await capabilities(hub),
  ];
}
