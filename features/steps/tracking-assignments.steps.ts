import { Given, When } from '@cucumber/cucumber';
import { parseDeviceId } from '../../profile/identifiers/device-id.ts';
import type { DeviceAssignmentPayload } from '../../profile/messages/device-assignment.ts';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { otherTruck } from '../support/incidents.ts';
import { assign, keyOf, relieve } from '../support/tracking/assigning.ts';
import type { OfficeOf } from '../support/tracking/assignment-words.ts';
import { seatPlatform } from '../support/tracking/guest-platform.ts';
import { trackingOf } from '../support/tracking/tracking-desk.ts';
import type { CorridorWorld } from '../support/world.ts';

type Action = DeviceAssignmentPayload['action'];

Given(
  'une balise {protocol} inconnue de {platform}',
  async function (this: CorridorWorld, protocol: ProtocolName, platform: string) {
    await trackingOf(this).stranger(protocol, platform);
  },
);

When(
  '{platform} inscrit une balise {protocol}',
  async function (this: CorridorWorld, platform: string, protocol: ProtocolName) {
    await trackingOf(this).register(protocol, platform);
  },
);

/** A platform that the stack does not host; how its devices speak is its own affair. */
Given('une balise propre à {platform}', async function (this: CorridorWorld, platform: string) {
  await seatPlatform(this, platform);
  await trackingOf(this).stranger('osmand', platform);
});

Given("l'avis et la mainlevée portent la balise", function (this: CorridorWorld) {
  const deviceId = parseDeviceId(trackingOf(this).device(1).device.id);
  const { notice, release } = this.movement;
  this.change({ notice: { ...notice, deviceId }, release: { ...release, deviceId } });
});

When(
  '{device_office} {assignment} {tracked_device}',
  async function (this: CorridorWorld, office: OfficeOf, action: Action, nth: number) {
    await assign(this, { office, action, nth });
  },
);

When(
  '{device_office} {assignment} {tracked_device} au bout de {duration}',
  async function (this: CorridorWorld, office: OfficeOf, action: Action, nth: number, afterSeconds: number) {
    await assign(this, { office, action, nth, changes: { afterSeconds } });
  },
);

When(
  '{device_office} {assignment} {tracked_device} en nommant {tracked_device} comme relevée',
  async function (this: CorridorWorld, office: OfficeOf, action: Action, nth: number, relieved: number) {
    await assign(this, { office, action, nth, changes: { replaces: keyOf(this, relieved) } });
  },
);

When(
  '{device_office} {assignment} {tracked_device} sur un autre véhicule: {string}',
  async function (this: CorridorWorld, office: OfficeOf, action: Action, nth: number, plate: string) {
    await assign(this, { office, action, nth, changes: { plate: otherTruck(this, plate).plate } });
  },
);

When(
  '{device_office} relève {tracked_device} par {tracked_device} au bout de {duration}',
  async function (
    this: CorridorWorld,
    office: OfficeOf,
    relieved: number,
    nth: number,
    afterSeconds: number,
  ) {
    await relieve(this, { office, relieved, nth, afterSeconds });
  },
);

When(
  '{device_office} relève par {tracked_device}, sans nommer la balise relevée',
  async function (this: CorridorWorld, office: OfficeOf, nth: number) {
    await assign(this, { office, action: 'TRANSFER', nth });
  },
);
