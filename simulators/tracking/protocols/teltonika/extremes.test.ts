import assert from 'node:assert/strict';
import { test } from 'node:test';
import { throughJson } from '../testing/codec-properties.ts';
import { device, only } from '../testing/reading.ts';
import { teltonika } from './teltonika.ts';

/** CRC-16/IBM bit by bit, as the maker describes it. */
function crcOf(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

const word = (value: number): string => value.toString(16).padStart(8, '0');

/** A packet around a body from codec id to second count. */
function packetOf(body: string): string {
  const bytes = Buffer.from(body, 'hex');
  return `00000000${word(bytes.length)}${body}${word(crcOf(bytes))}`;
}

const record =
  '0000016b40d8ea3001f14601a8ef41d3c0006f00d6040004' + '00060101000142ffff0110ffffffff014effffffffffffffff';

test('A packet of 255 records is read, counted and written to the same bytes', () => {
  const hex = packetOf(`08ff${record.repeat(255)}ff`);
  const frame = only(teltonika, hex);
  assert.equal(frame.reports.length, 255);
  assert.deepEqual(frame.responses, ['000000ff']);
  assert.equal(teltonika.write(throughJson(frame), device).toString('hex'), hex);
});

test('An element of 10,000 bytes is read and written to the same bytes', () => {
  const empty = `0000016b40d8ea3001f14601a8ef41d3c0006f00d604000401810001${'0000'.repeat(4)}`;
  const hex = packetOf(`8e01${empty}0001018127${(10_000 & 0xff).toString(16)}${'ab'.repeat(10_000)}01`);
  assert.equal(teltonika.write(throughJson(only(teltonika, hex)), device).toString('hex'), hex);
});

for (const imei of ['35630704244101', '356307042441013', '3563070424410130', '35630704244101378']) {
  const digits = Buffer.from(imei).toString('hex');
  const length = imei.length.toString(16).padStart(4, '0');

  test(`A device of ${imei.length} digits logs in`, () => {
    const frame = only(teltonika, length + digits);
    assert.deepEqual([frame.kind, frame.deviceId, frame.responses], ['login', imei, ['01']]);
    assert.equal(teltonika.write(throughJson(frame), device).toString('hex'), length + digits);
  });

  test(`A device of ${imei.length} digits sends datagrams`, () => {
    const session = { ...device, udp: true };
    const body = `cafe0105${length}${digits}080000`;
    const hex = (body.length / 2).toString(16).padStart(4, '0') + body;
    const frame = only(teltonika, hex, session);
    assert.deepEqual([frame.deviceId, frame.responses], [imei, ['0005cafe010500']]);
    assert.equal(teltonika.write(throughJson(frame), session).toString('hex'), hex);
  });
}

/** Examples of the maker for codecs that have no vector. @source Teltonika data sending protocols, Codec 14 and 15 */
const commands = {
  '00000000000000160e01050000000e0352093081452251676574766572010000d2c1': {
    codec: 14,
    count: 1,
    type: 5,
    imei: '352093081452251',
    text: 'getver',
  },
  '00000000000000100e011100000008035209308145225101000032ac': {
    codec: 14,
    count: 1,
    type: 17,
    imei: '352093081452251',
    text: '',
  },
  '000000000000001b0f010b00000013654b65a4012345678912345648656c6c6f210a01000093d6': {
    codec: 15,
    count: 1,
    type: 11,
    timestampS: 1_699_440_036,
    imei: '123456789123456',
    text: 'Hello!\n',
  },
};

for (const [hex, fields] of Object.entries(commands))
  test(`A command of codec ${fields.codec} and type ${fields.type} is read as its maker reads it`, () => {
    const frame = only(teltonika, hex);
    assert.deepEqual([frame.kind, frame.fields, frame.responses], ['command', fields, []]);
    assert.equal(teltonika.write(throughJson(frame), device).toString('hex'), hex);
  });
