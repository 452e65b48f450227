import { generateMovement } from '../../../fixtures/movements/generate-movement.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';

/** A notice of one item, less all that the profile leaves to choice: the nearest to 1 kB that its fields allow. */
export function smallNotice(): TransitNoticePayload {
  const { notice } = generateMovement({
    random: createRandom('bench'),
    reference: loadReferenceData(),
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    salt: 'bench',
    sequence: 1,
    now: Date.UTC(2026, 10, 20),
    overrides: { itemCount: 1, containerised: false, sealCount: 1 },
  });
  const { plannedLimitDate: _limit, deviceId: _device, ...kept } = notice;
  const short = ({ name, country }: TransitNoticePayload['principal']) => ({ name, country });
  return {
    ...kept,
    principal: short(kept.principal),
    declarant: short(kept.declarant),
    exporter: short(kept.exporter),
    consignee: short(kept.consignee),
    vehicle: { plate: kept.vehicle.plate, country: kept.vehicle.country },
    documents: [],
  };
}
