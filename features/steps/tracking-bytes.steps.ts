import { Given, Then, When } from '@cucumber/cucumber';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { hearsOnly } from '../checks/bytes-heard.ts';
import { neverToldEvent } from '../checks/tracking-events.ts';
import { exchangeBytes, misbehave } from '../support/tracking/raw-bytes.ts';
import { framesOf, mqttBytes } from '../support/tracking/spoken-frames.ts';
import { trackingOf } from '../support/tracking/tracking-desk.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  "une balise {protocol} que {platform} n'a pas inscrite",
  async function (this: CorridorWorld, protocol: ProtocolName, platform: string) {
    await trackingOf(this).stranger(protocol, platform);
  },
);

When(
  'la balise envoie {string}, et attend {int} octets',
  async function (this: CorridorWorld, words: string, answerBytes: number) {
    const { current } = trackingOf(this);
    await exchangeBytes(this, current, { bytes: await framesOf(this, current, words), answerBytes });
  },
);

When(
  'la balise envoie un datagramme, et attend {int} octets',
  async function (this: CorridorWorld, answerBytes: number) {
    const { current } = trackingOf(this);
    const bytes = await framesOf(this, current, 'datagramme');
    await exchangeBytes(this, current, { bytes, answerBytes, udp: true });
  },
);

When(
  'la balise publie le message MQTT numéro {int}, et attend {int} octets',
  async function (this: CorridorWorld, packetId: number, answerBytes: number) {
    const { current } = trackingOf(this);
    const [payload = Buffer.alloc(0)] = await framesOf(this, current, 'position');
    await exchangeBytes(this, current, {
      bytes: mqttBytes(current.device.id, payload, packetId),
      answerBytes,
    });
  },
);

/** What a hostile device sends before it falls silent; nothing of it is a frame. */
const HOSTILE: Readonly<Record<string, readonly Buffer[]>> = {
  'une trame sans fin': [Buffer.from('000000007fffffff08', 'hex'), Buffer.alloc(100_000, 0x41)],
  'ses octets un à un': [...Buffer.from('000000000000004108010000')].map((byte) => Buffer.from([byte])),
  'une trame à la longueur fausse': [Buffer.from(`00000000000000ff0801${'00'.repeat(40)}0100001234`, 'hex')],
  'des octets sans trame': [Buffer.alloc(10_000, 0x55)],
};

Given('une balise hostile qui envoie {string}', async function (this: CorridorWorld, what: string) {
  await misbehave(this, trackingOf(this).current, HOSTILE[what] ?? []);
});

Given('{int} connexions qui ne disent rien', async function (this: CorridorWorld, count: number) {
  const { current } = trackingOf(this);
  await Promise.all(Array.from({ length: count }, () => misbehave(this, current, [])));
});

Then("la balise n'entend que les octets {string}", async function (this: CorridorWorld, pattern: string) {
  const { id } = trackingOf(this).current.device;
  this.judge(hearsOnly(await this.evidence(), id, pattern.replace('<balise>', id)));
});

Then("rien n'est dit du camion", async function (this: CorridorWorld) {
  this.judge(neverToldEvent(await this.evidence(), {}));
});
