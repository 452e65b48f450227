import type { Message } from '../../../profile/messages/message.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { definePhrases } from '../phrases.ts';

/**
 * The questions that a notice gives a service to be asked, as paths from its base address. @source docs/profile/services.md,
 * section 1
 */
export type Questions = (notice: Message) => string[];

const noticeOf = ({ payload }: Message): TransitNoticePayload => payload as unknown as TransitNoticePayload;

const operators: Questions = (message) => {
  const { principal, consignee, nationalReference } = noticeOf(message);
  return [principal.taxId, consignee.taxId].flatMap((taxId) =>
    taxId === undefined ? [] : `/taxpayers/${encodeURIComponent(taxId)}?year=${nationalReference.year}`,
  );
};

const vehicles: Questions = (message) => {
  const { plate, trailerPlate, country } = noticeOf(message).vehicle;
  return [plate, trailerPlate].flatMap((each) =>
    each === undefined ? [] : `/vehicles/${encodeURIComponent(each)}?country=${country}`,
  );
};

const bill: Questions = (message) => [
  `/manifests/bills/${encodeURIComponent(noticeOf(message).transportDocument.reference)}`,
];

const tariffLines: Questions = (message) => {
  const codes = new Set(noticeOf(message).items.map(({ hsCode }) => hsCode));
  return [...codes].map((code) => `/tariff/${code}?on=${message.preparedAt.slice(0, 10)}`);
};

definePhrases<Questions>('questions', {
  'chaque opérateur': operators,
  'le camion et sa remorque': vehicles,
  'le connaissement': bill,
  'chaque position tarifaire': tariffLines,
});
