import { asJson } from '../wiremock/wiremock-driver.ts';
import { defineServiceFault, membersOf } from './service-fault.ts';

/** The service answers for the year before, or by the edition of the tariff before. */
export const wrongYear = defineServiceFault<{ times?: number }>({
  name: 'wrong-year',
  french: "répond pour l'année précédente",
  keepsShape: true,
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: (answer) => {
    const { year, edition } = membersOf(answer) ?? {};
    if (year !== undefined) return { ...answer, body: { ...membersOf(answer), year: year - 1 } };
    if (edition === undefined) return undefined;
    const before = edition - 1;
    const dates = { validFrom: `${before}-01-01`, validUntil: `${before}-12-31` };
    return {
      ...answer,
      body: asJson({ ...membersOf(answer), edition: before, ...dates, prohibitedInTransit: true }),
    };
  },
});
