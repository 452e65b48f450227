import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { decodeShape } from '../profile/export/device-shapes.ts';
import { packageRoot } from '../profile/export/package-root.ts';
import { protocolNames } from '../simulators/tracking/protocols/protocol.ts';
import { bytesOf, vectorsOf } from '../simulators/tracking/protocols/testing/vectors.ts';
import { decodeInput } from './decode-run.ts';
import { encodeInput } from './encode-run.ts';
import type { Io } from './io.ts';

const LAUNCHER = join(packageRoot(), 'bin', 'corridor.js');
const COMPILED = /^corridor: compiled .*\n/m;
const LOGIN = '78780d01012345678901234500018cdd0d0a';
const POSITION = '78781f120b081d112e10cf027ac7eb0c46584900148f01cc00287d001fb8000380810d0a';

function corridor(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...words], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr: stderr.replace(COMPILED, '') };
}

/** Runs what follows the command line in this process. */
async function within(input: Buffer | string, run: (io: Io) => Promise<unknown>): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  stderr.resume();
  await run({
    stdout,
    stderr,
    stdin: Readable.from([Buffer.from(input)]),
    env: {},
    cwd: packageRoot(),
    signal: new AbortController().signal,
    now: () => Date.UTC(2026, 0, 15),
    words: [],
  });
  stdout.end();
  return text(stdout);
}

const edited = (edit: (document: ReturnType<typeof decodeShape.parse>) => void, bytes = LOGIN + POSITION) => {
  const document = decodeShape.parse(JSON.parse(corridor(['decode', 'gt06', bytes]).stdout));
  edit(document);
  return corridor(['encode', 'gt06'], JSON.stringify(document));
};

for (const protocol of protocolNames)
  test(`${protocol}: every frame that was ever seen goes through decode and encode, whatever clock and end, unharmed`, async () => {
    for (const vector of vectorsOf(protocol)) {
      const bytes = bytesOf(vector);
      const udp = vector.variant?.includes('udp') === true;
      for (const zone of [undefined, -210]) {
        const from = vector.direction.startsWith('server') ? ('server' as const) : ('device' as const);
        const options = { udp, from, format: 'json' as const, ...(zone !== undefined && { zone }) };
        const json = await within(bytes, (io) => decodeInput(protocol, ['-'], options, io));
        const { frames, errors, rest } = decodeShape.parse(JSON.parse(json));
        if (errors.length > 0 || rest !== '' || frames.length === 0) continue;
        const unsaid = { udp: false, format: 'human' as const, raw: false };
        const hex = await within(json, (io) => encodeInput(protocol, ['-'], unsaid, io));
        assert.equal(hex.replaceAll('\n', ''), bytes.toString('hex'), vector.id);
      }
    }
  });

test('an edit that the bytes cannot say is refused with its pointer and both values, and nothing is written', () => {
  type Document = ReturnType<typeof decodeShape.parse>;
  type Edit = (frames: Document['frames'], document: Document) => void;
  const cases: readonly [name: RegExp, Edit][] = [
    [
      /^Failed to write \/frames\/0\/alerts: given \["LOCK_CUT"\], but its bytes say \[\]\./,
      ([login]) => Object.assign(login ?? {}, { alerts: ['LOCK_CUT'] }),
    ],
    [
      /\/frames\/1\/reports\/0\/time: a real instant is needed.*"2026-02-30T00:00:00Z"/,
      ([, frame]) => Object.assign(frame?.reports[0] ?? {}, { time: '2026-02-30T00:00:00Z' }),
    ],
    [
      /\/frames\/1\/deviceId: given "1", but its bytes say "123456789012345"/,
      ([, frame]) => Object.assign(frame ?? {}, { deviceId: '1' }),
    ],
    [
      /\/frames\/1\/kind: given "alarm", but its bytes say "position"/,
      ([, frame]) => Object.assign(frame ?? {}, { kind: 'alarm' }),
    ],
    [
      /\/frames\/1\/reports\/0\/latitude: /,
      ([, frame]) => Object.assign(frame?.reports[0] ?? {}, { latitude: 12 }),
    ],
    [
      /\/frames\/1\/conditions\/0\/lock: given "LOCKED", but its bytes say null/,
      ([, frame]) => Object.assign(frame?.conditions[0] ?? {}, { lock: 'LOCKED' }),
    ],
    [/\/frames\/1\/speed: /, ([, frame]) => Object.assign(frame ?? {}, { speed: 12 })],
    [/\/clock: /, (_frames, document) => Object.assign(document, { clock: 'UTC' })],
    [/\/zone: /, (_frames, document) => Object.assign(document, { zone: 'Mars' })],
  ];
  for (const [says, edit] of cases) {
    const { status, stdout, stderr } = edited((document) => edit(document.frames, document));
    assert.deepEqual([status, stdout], [4, ''], String(says));
    assert.match(stderr, says);
  }
});

test('an edit that the bytes can say is written, rounded to the steps of the protocol and no further', () => {
  const { status, stdout } = edited(({ frames: [, frame] }) => {
    Object.assign(frame?.reports[0] ?? {}, {
      lat: -12.3714285,
      speedKmh: 61.4,
      time: '2026-02-28T23:59:59.500Z',
    });
  });
  assert.equal(status, 0);
  const { frames } = decodeShape.parse(JSON.parse(corridor(['decode', 'gt06', stdout.trim()]).stdout));
  const { lat, speedKmh, time } = frames[1]?.reports[0] ?? {};
  assert.deepEqual([lat, speedKmh, time], [-12.3714283, 61, '2026-02-28T23:59:59.000Z']);
});

test('the clock of decode goes with its document: the same bytes, unless encode is told another', () => {
  const json = corridor(['decode', 'gt06', LOGIN + POSITION, '--zone', '+08:00']).stdout;
  assert.equal(decodeShape.parse(JSON.parse(json)).zone, '+08:00');
  assert.equal(corridor(['encode', 'gt06'], json).stdout, `${LOGIN}${POSITION}\n`);
  assert.notEqual(corridor(['encode', 'gt06', '--zone', 'UTC'], json).stdout, `${LOGIN}${POSITION}\n`);
  assert.equal(decodeShape.parse(JSON.parse(corridor(['decode', 'gt06', LOGIN]).stdout)).zone, undefined);
});

test('what decode refused is told, and a document without frames is no bytes', () => {
  const json = corridor(['decode', 'gt06', `${LOGIN}${POSITION.replace('10cf', '10cc')}`]).stdout;
  const { status, stdout, stderr } = corridor(['encode', 'gt06'], json);
  assert.deepEqual([status, stdout], [0, `${LOGIN}\n`]);
  assert.match(stderr, /^Not written: one refusal in \/errors, whose bytes are in no frame\.$/m);
  for (const [words, says] of [
    [['[]'], /^Found no frame to write in the argument\.$/m],
    [['{"protocol":"gt06","frames":[]}'], /^Found no frame to write in the argument\.$/m],
    [['{}'], /^Failed to write \/kind: .*, found nothing\.$/m],
  ] as const) {
    const none = corridor(['encode', 'gt06', ...words]);
    assert.deepEqual([none.status, none.stdout], [4, '']);
    assert.match(none.stderr, says);
  }
});

test('one frame out of a connection names the device that had logged in before', () => {
  const { frames } = decodeShape.parse(JSON.parse(corridor(['decode', 'gt06', LOGIN + POSITION]).stdout));
  assert.equal(corridor(['encode', 'gt06', JSON.stringify(frames[1])]).stdout, `${POSITION}\n`);
});
