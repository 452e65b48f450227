import { defineServiceFault, membersOf } from './service-fault.ts';

/** What names the thing that was asked about, and another one of its kind. */
const OTHERS = {
  taxId: '9999999999',
  plate: 'TG-9999-ZZ',
  billOfLading: 'FICTBL-AUTRE',
  hsCode: '999999',
  transitReference: '26TG0LOM1T00000014',
} as const;

/** The service answers about something else: another taxpayer, vehicle, bill of lading, code or movement. */
export const otherKey = defineServiceFault<{ times?: number }>({
  name: 'other-key',
  french: "répond à propos d'autre chose",
  keepsShape: true,
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: (answer) => {
    const members = membersOf(answer);
    const key = Object.keys(OTHERS).find((name) => members && name in members) as
      | keyof typeof OTHERS
      | undefined;
    return key && { ...answer, body: { ...members, [key]: OTHERS[key] } };
  },
});
