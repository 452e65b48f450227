import type { TransitNoticePayload } from '../../../../profile/messages/transit-notice.ts';
import { defineDeviation } from '../deviation.ts';

/** The T1 that came first, by its bill of lading. */
const firstOf = new Map<string, string>();
const duplicate = {
  code: 'DUPLICATE_MOVEMENT',
  pointer: '/payload/transitReference',
  reason: 'Ce connaissement est déjà déclaré.',
};

/** The second T1 of one bill of lading is refused as a duplicate of the first. */
export default defineDeviation({
  name: 'takes-the-bill-for-the-key',
  violates: ['DEP-010', 'DEP-022'],
  why: 'the bill of lading was unique when one ship meant one declaration',
  onRefusal: (findings, { name, message: { payload } }) => {
    if (name !== 'TransitNotice') return findings;
    const { transitReference, transportDocument } = payload as unknown as TransitNoticePayload;
    const first = firstOf.get(transportDocument.reference) ?? transitReference;
    firstOf.set(transportDocument.reference, first);
    return first === transitReference ? findings : [duplicate];
  },
});
