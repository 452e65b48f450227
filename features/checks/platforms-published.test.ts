import { test } from 'node:test';
import { listensTo, platformsPublished } from './platforms-published.ts';
import { assertGreen, assertRed, consulted } from './testing/evidence.ts';

const listener = { protocol: 'jointech', transport: 'tcp', host: '127.0.0.1', port: 5014 };
const togolese = {
  platform: 'TRK-TG',
  country: 'TG',
  listeners: [listener, { ...listener, transport: 'udp' }],
};
const burkinabe = { platform: 'TRK-BF', country: 'BF', listeners: [{ ...listener, protocol: 'gt06' }] };

const read = (platforms: unknown, claimed: unknown = ['TRK-BF', 'TRK-TG'], status = 200) => [
  consulted('/v0/capabilities', { trackingPlatforms: claimed }, { kind: 'manage' }),
  consulted('/v0/tracking/platforms', { platforms }, { status }),
];

test('each platform of the capabilities published with its listeners is as required', () => {
  assertGreen(platformsPublished(read([togolese, burkinabe])));
  assertGreen(listensTo(read([togolese, burkinabe]), 'TRK-TG', ['jointech']));
});

test('a platform missing, one too many, a wrong port and a refusal are seen', () => {
  assertRed(platformsPublished(read([togolese])), /plateformes publiées : TRK-TG$/);
  assertRed(platformsPublished(read([togolese, burkinabe], ['TRK-TG'])), /TRK-BF, TRK-TG/);
  assertRed(platformsPublished(read([{ ...togolese, listeners: [{ ...listener, port: 0 }] }])), /port/);
  assertRed(platformsPublished(read([togolese, burkinabe], ['TRK-BF', 'TRK-TG'], 503)), /503/);
  assertRed(platformsPublished(read('texte')), /fautes/);
});

test('a protocol that is not listened to, one that nobody expected, and no platform are seen', () => {
  assertRed(listensTo(read([togolese]), 'TRK-TG', ['jointech', 'gt06']), /: jointech$/);
  assertRed(listensTo(read([togolese]), 'TRK-TG', []), /: jointech$/);
  assertRed(listensTo(read([togolese]), 'TRK-BF', ['gt06']), /aucun/);
});
