import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeShape, encodeShape } from '../profile/export/device-shapes.ts';
import { packageRoot } from '../profile/export/package-root.ts';
import { protocolNames } from '../simulators/tracking/protocols/protocol.ts';
import { temporaryFolder } from './testing/corridor-process.ts';
import { expectRefusal } from './testing/expect-refusal.ts';

const LAUNCHER = join(packageRoot(), 'bin', 'corridor.js');
/** In a clone the launcher compiles what was edited since. */
const COMPILED = /^corridor: compiled .*\n/m;

/** Runs one command line to its end, with something piped in. */
function corridor(words: readonly string[], input: string | Buffer = '', cwd?: string) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...words], {
    input,
    ...(cwd !== undefined && { cwd }),
  });
  const text = { stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8').replace(COMPILED, '') };
  return { status, signal, ...text, bytes: stdout, elapsedMs: 0 };
}

const decoded = (words: readonly string[], input?: string | Buffer, cwd?: string) => {
  const ended = corridor(['decode', ...words], input, cwd);
  assert.equal(ended.stderr, '');
  return { status: ended.status, ...decodeShape.parse(JSON.parse(ended.stdout)) };
};

const LOGIN = '78780d01012345678901234500018cdd0d0a';
const POSITION = '78781f120b081d112e10cf027ac7eb0c46584900148f01cc00287d001fb8000380810d0a';
/** The manual's misprint: CC instead of CF, so the check does not hold. */
const MISPRINT = '78781f120b081d112e10cc027ac7eb0c46584900148f01cc00287d001fb8000380810d0a';

test('a login and a position in one input are read as two frames, with the answers of a server', () => {
  const { status, frames, rest, errors } = decoded(['gt06', LOGIN + POSITION]);
  assert.equal(status, 0);
  assert.deepEqual({ rest, errors }, { rest: '', errors: [] });
  assert.deepEqual(
    frames.map(({ kind }) => kind),
    ['login', 'position'],
  );
  assert.equal(frames[0]?.deviceId, '123456789012345');
  assert.deepEqual(frames[0]?.responses, ['787805010001d9dc0d0a']);
  assert.deepEqual(frames[1]?.reports, [
    {
      time: '2011-08-29T17:46:16.000Z',
      lat: 23.1116683,
      lon: 114.409285,
      speedKmh: 0,
      courseDeg: 143,
      altitudeM: null,
      fixed: true,
    },
  ]);
});

test('hexadecimal is taken with spaces, line breaks, 0x, capitals, as several words, from a pipe and from a file', () => {
  using folder = temporaryFolder();
  const spaced = `0x${LOGIN.toUpperCase().match(/../g)?.join(' 0x')}\n`;
  writeFileSync(join(folder.path, 'capture.hex'), `${LOGIN}\r\n${POSITION}\r\n`);
  writeFileSync(join(folder.path, 'capture.bin'), Buffer.from(LOGIN + POSITION, 'hex'));
  const whole = JSON.stringify(decoded(['gt06', LOGIN + POSITION]));
  assert.equal(JSON.stringify(decoded(['gt06', ...`${spaced} ${POSITION}`.trim().split(/\s+/)])), whole);
  assert.equal(JSON.stringify(decoded(['gt06', '-'], `${spaced}${POSITION}`)), whole);
  assert.equal(JSON.stringify(decoded(['gt06'], Buffer.from(LOGIN + POSITION, 'hex'))), whole);
  for (const file of ['capture.hex', 'capture.bin'])
    assert.equal(JSON.stringify(decoded(['gt06', file], '', folder.path)), whole, file);
});

test('a frame in plain text is taken as it is, as a word and from a pipe', () => {
  for (const [words, input] of [
    [['jointech', '(8000620011,@JT)'], ''],
    [['jointech', '-'], '(8000620011,@JT)'],
    [['jointech', '-'], '(8000620011,@JT)\n'],
    [['jointech', '-'], '(8000620011,@JT)\r\n'],
    [['jointech', Buffer.from('(8000620011,@JT)').toString('hex')], ''],
  ] as const) {
    const { status, frames } = decoded(words, input);
    assert.equal(status, 0);
    assert.deepEqual(
      frames.map(({ kind, deviceId }) => [kind, deviceId]),
      [['heartbeat', '8000620011']],
    );
  }
});

test('what is refused is told with its offset and exit 1, and what stands around it is read all the same', () => {
  const { status, frames, rest, errors } = decoded([
    'gt06',
    LOGIN + MISPRINT + POSITION + POSITION.slice(0, 8),
  ]);
  assert.equal(status, 1);
  assert.deepEqual(
    frames.map(({ kind }) => kind),
    ['login', 'position'],
  );
  assert.equal(rest, POSITION.slice(0, 8));
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['CHECKSUM', 'INCOMPLETE'],
  );
  assert.ok(
    (errors[0]?.offset ?? 0) >= LOGIN.length / 2 && (errors[0]?.offset ?? 0) < (LOGIN + MISPRINT).length / 2,
  );
});

test('teltonika datagrams are read one a line with --udp, and written one a line again', () => {
  const datagram = (avl: string) =>
    `003dcafe01${avl}000f33353230393330383634303336353508010000016b4f815b30010000000000000000000000000000000103021503010101425dbc000001`;
  const lines = `${datagram('05')}\n${datagram('06')}\n`;
  const { status, frames } = decoded(['teltonika', '--udp', '-'], lines);
  assert.equal(status, 0);
  assert.deepEqual(
    frames.map(({ deviceId, responses }) => [deviceId, ...responses]),
    [
      ['352093086403655', '0005cafe010501'],
      ['352093086403655', '0005cafe010601'],
    ],
  );
  const json = corridor(['decode', 'teltonika', '--udp', '-'], lines).stdout;
  assert.equal(corridor(['encode', 'teltonika', '--udp', '-'], json).stdout, lines);
});

test('--zone sets the clock of the device: JT/T 808 is GMT+8 when nothing is said, the others are UTC', () => {
  const frame =
    '7e02000026123456789012007d02000000010000000200ba7f0e07e4f11c0028003c00001810151010100104000000640202007d01137e';
  const timeBy = (...words: string[]) => decoded(['jt808', frame, ...words]).frames[0]?.reports[0]?.time;
  assert.equal(timeBy(), '2018-10-15T02:10:10.000Z');
  assert.equal(timeBy('--zone', '+08:00'), '2018-10-15T02:10:10.000Z');
  assert.equal(timeBy('--zone', 'GMT+8'), '2018-10-15T02:10:10.000Z');
  assert.equal(timeBy('--zone', 'UTC'), '2018-10-15T10:10:10.000Z');
  assert.equal(timeBy('--zone', 'Africa/Niamey'), '2018-10-15T09:10:10.000Z');
  assert.equal(timeBy('--zone', '-03:30'), '2018-10-15T13:40:10.000Z');
});

test('encode takes what decode prints, one frame or a list, and gives the same bytes', () => {
  const json = corridor(['decode', 'gt06', LOGIN + POSITION]).stdout;
  assert.equal(corridor(['encode', 'gt06', '-'], json).stdout, `${LOGIN}${POSITION}\n`);
  assert.deepEqual(corridor(['encode', 'gt06', '--raw'], json).bytes, Buffer.from(LOGIN + POSITION, 'hex'));
  const machine = corridor(['encode', 'gt06', '--format', 'json'], json).stdout;
  assert.deepEqual(encodeShape.parse(JSON.parse(machine)), {
    protocol: 'gt06',
    bytes: LOGIN + POSITION,
    frames: [LOGIN, POSITION],
  });
  const { frames } = JSON.parse(json);
  assert.equal(corridor(['encode', 'gt06', JSON.stringify(frames[0])]).stdout, `${LOGIN}\n`);
  assert.equal(corridor(['encode', 'gt06', JSON.stringify(frames)]).stdout, `${LOGIN}${POSITION}\n`);
});

test('a field that cannot be written is one sentence with its pointer, and nothing is written', () => {
  const document = JSON.parse(corridor(['decode', 'gt06', LOGIN + POSITION]).stdout);
  document.frames[1].reports[0].lat = 95;
  const { code, message } = expectRefusal(
    corridor(['encode', 'gt06', '--format', 'json'], JSON.stringify(document)),
    4,
  );
  assert.equal(code, 'FIELD');
  assert.match(message, /\/frames\/1\/reports\/0\/lat/);
  document.frames[1].reports[0].lat = 'north';
  const other = corridor(['encode', 'gt06'], JSON.stringify(document));
  assert.equal(other.status, 4);
  assert.equal(other.stdout, '');
  assert.match(other.stderr, /\/frames\/1\/reports\/0\/lat/);
});

test('wrong usage is one sentence with what was seen and what to do, and exit 4', () => {
  const cases: readonly [words: string[], code: string, message: RegExp][] = [
    [['decode', 'gt07', LOGIN], 'WRONG_USAGE', new RegExp(protocolNames.join(', '))],
    [['decode', 'gt06', '7878zz'], 'NOT_HEX', /character 5 \("z"\)/],
    [['decode', 'gt06', 'no/such/file.bin'], 'NOT_HEX', /no file of that name/],
    [['decode', 'gt06', '787'], 'HALF_A_BYTE', /3 hexadecimal digits/],
    [['decode', 'gt06', '-'], 'NO_INPUT', /nothing in standard input/],
    [['decode', 'gt06', '.'], 'EISDIR', /EISDIR/],
    [['decode', 'gt06', LOGIN, '--zone', 'Mars'], 'WRONG_USAGE', /found "Mars"/],
    [['decode', 'gt06', LOGIN, '--zone', '+15'], 'WRONG_USAGE', /\+14:00/],
    [['decode', 'gt06', LOGIN, '--zone', 'Europe/Paris'], 'WRONG_USAGE', /clock changes in the year/],
    [['encode', 'gt06', '{"kind":'], 'NOT_JSON', /JSON/],
    [['encode', 'gt06', '{"kind":"dance"}'], 'FIELD', /\/kind/],
    [['encode', 'gt06', '{"protocol":"jt808","frames":[]}'], 'OTHER_PROTOCOL', /jt808/],
  ];
  for (const [words, code, message] of cases) {
    const error = expectRefusal(corridor([...words, '--format', 'json']), 4);
    assert.equal(error.code, code, words.join(' '));
    assert.match(error.message, message);
  }
});

test('a text with a slip in it is told with line and character, and one file is read at a time', () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'slip.hex'), `${LOGIN}\n${POSITION.replace('10cf', '10zf')}\n`);
  const words = ['decode', 'gt06', '--format', 'json', 'slip.hex'];
  const slip = expectRefusal(corridor(words, '', folder.path), 4);
  assert.equal(slip.code, 'NOT_HEX');
  assert.match(slip.message, /slip\.hex: character 21 \("z"\) on line 2 is no hexadecimal digit/);
  const two = expectRefusal(corridor([...words, 'slip.hex'], '', folder.path), 4);
  assert.equal(two.code, 'ONE_INPUT');
});

test('bytes that belong to no frame are shown', () => {
  const { errors } = decoded(['gt06', `000102${LOGIN}`]);
  assert.match(errors[0]?.reason ?? '', /, found 000102/);
});

test('more than the largest input is refused before it is read to its end', () => {
  const { code, message } = expectRefusal(
    corridor(['decode', 'gt06', '--format', 'json'], Buffer.alloc(64 * 2 ** 20 + 1, 0x78)),
    4,
  );
  assert.equal(code, 'TOO_LARGE');
  assert.match(message, /64 MiB/);
});

test('the listing for people counts in its last line', () => {
  const { status, stdout } = corridor(['decode', 'gt06', '--format', 'human', LOGIN + MISPRINT]);
  assert.equal(status, 1);
  assert.match(stdout, /^1\. {2}login {2}123456789012345$/m);
  assert.match(stdout, /refused at byte \d+: CHECKSUM/);
  assert.match(stdout, /\ngt06: 1 frame, 1 refusal\.\n$/);
});
