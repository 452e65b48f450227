import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { containerNumber } from '../identifiers/container-number.ts';
import { massKg, text } from '../messages/parts/parts.ts';
import type { TransitNoticePayload } from '../messages/transit-notice.ts';
import { goodsKindOf, HALF_A_GRAM_KG, tolerances } from '../tolerances.ts';
import { defineLookup } from './lookup.ts';

/** Bill of lading among the supporting documents. @source UN/EDIFACT 1001 */
const BILL_OF_LADING = '705';

/** The file of one bill of lading. */
const bill = z.strictObject({
  billOfLading: text(35),
  manifest: text(35),
  vessel: text(70),
  packages: z.int().min(0).max(9_999_999),
  grossMassKg: massKg,
  containers: z.array(containerNumber).max(999),
  /** Over how many T1s the bill is divided; absent: one. */
  parts: z.int().min(1).max(999).optional(),
  asOf: instant,
});
type Bill = z.infer<typeof bill>;

/**
 * The single window (guichet unique): what the manifest of the ship says of a bill of lading, one file per bill.
 * @source domain notes section 6 (SEGUCE: one file per B/L); the interface: assumption
 */
export const singleWindow = defineLookup({
  name: 'single-window',
  french: 'guichet unique',
  purpose: {
    fr: "Rendre ce que le manifeste du navire dit d'un connaissement : colis, masse, conteneurs.",
    en: "Tells what the ship's manifest says of a bill of lading: packages, mass, containers.",
  },
  path: '/manifests/bills/{billOfLading}',
  answer: bill,
  unknown: 'UNKNOWN_BILL',
  asks: ({ transportDocument: { reference }, documents }) =>
    documents.some((document) => document.type === BILL_OF_LADING && document.reference === reference)
      ? [{ key: { billOfLading: reference }, at: '/transportDocument/reference' }]
      : [],
  misfit: (key, { billOfLading }) => (billOfLading === key.billOfLading ? null : 'other bill of lading'),
  /** The manifest may be amended at any time: never kept. */
  keptUntil: (_, now) => now,
  contradictions: (file, notice) => [
    ...packagesBeyond(file, notice),
    ...massBeyond(file, notice),
    ...containersElsewhere(file, notice),
  ],
});

type Found = { at: string; reason: string }[];

/** One of several T1s of a bill carries a part of it: more than the bill is too much, less is not. */
const isDivided = ({ transportDocument: { parts } }: TransitNoticePayload): boolean => (parts ?? 1) > 1;

function packagesBeyond({ packages }: Bill, notice: TransitNoticePayload): Found {
  const { totalPackages } = notice;
  const agrees = isDivided(notice) ? totalPackages <= packages : totalPackages === packages;
  return agrees ? [] : [{ at: '/totalPackages', reason: `${packages} on the manifest` }];
}

function massBeyond({ grossMassKg }: Bill, notice: TransitNoticePayload): Found {
  const toleratedKg = notice.items.reduce(
    (sum, item) => sum + item.grossMassKg * tolerances[goodsKindOf(item.packages.kind)].massShare,
    HALF_A_GRAM_KG,
  );
  const moreKg = notice.totalGrossMassKg - grossMassKg;
  const agrees = moreKg <= toleratedKg && (isDivided(notice) || -moreKg <= toleratedKg);
  return agrees ? [] : [{ at: '/totalGrossMassKg', reason: `${grossMassKg} kg on the manifest` }];
}

const containersElsewhere = ({ containers }: Bill, notice: TransitNoticePayload): Found =>
  notice.containers.flatMap(({ number }, index) =>
    containers.includes(number)
      ? []
      : [{ at: `/containers/${index}/number`, reason: `${number} not on the bill of lading` }],
  );
