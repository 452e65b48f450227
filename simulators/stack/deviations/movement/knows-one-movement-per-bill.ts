import type { TransitNoticePayload } from '../../../../profile/messages/transit-notice.ts';
import { finding } from '../../ledger/step.ts';
import { defineDeviation } from '../deviation.ts';

/** Movements by their bill of lading. */
const movementOf = new Map<string, string>();

/** A second T1 under one bill of lading is taken for the first one. */
export default defineDeviation({
  name: 'knows-one-movement-per-bill',
  violates: ['DEP-010'],
  why: 'the bill of lading is the key of the declaration',
  onRefusal: (findings, { name, message }, movement) => {
    if (name !== 'TransitNotice' || movement || findings.length > 0) return findings;
    const { transitReference, transportDocument } = message.payload as unknown as TransitNoticePayload;
    const first = movementOf.get(transportDocument.reference) ?? transitReference;
    movementOf.set(transportDocument.reference, first);
    return first === transitReference ? findings : [finding('DUPLICATE_MOVEMENT')];
  },
});
