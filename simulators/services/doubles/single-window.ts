import { lookupDouble } from './lookup-double.ts';

/** The single window: the manifest says of the bill of lading what the T1 says. */
export const singleWindow = lookupDouble<{ billOfLading: string }>(
  'single-window',
  ({ billOfLading }, { notice }, asOf) => {
    const parts = notice.transportDocument.parts ?? 1;
    return {
      billOfLading,
      manifest: `MAN-${asOf.slice(0, 4)}-FICTIF`,
      vessel: 'NAVIRE FICTIF',
      packages: notice.totalPackages * parts,
      grossMassKg: Math.round(notice.totalGrossMassKg * parts * 1000) / 1000,
      containers: notice.containers.map(({ number }) => number),
      ...(parts > 1 ? { parts } : {}),
      asOf,
    };
  },
);
