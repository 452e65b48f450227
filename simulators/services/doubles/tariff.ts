import { lookupDouble } from './lookup-double.ts';

/** The tariff: each code is in the edition of the year, and may travel. @source assumption: an edition a year */
export const tariff = lookupDouble<{ hsCode: string; on: string }>(
  'tariff',
  ({ hsCode, on }, _movement, asOf) => {
    const year = on.slice(0, 4);
    return {
      hsCode,
      edition: Number(year),
      validFrom: `${year}-01-01`,
      validUntil: `${year}-12-31`,
      prohibitedInTransit: false,
      asOf,
    };
  },
);
