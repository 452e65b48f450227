import type { Json } from '../wiremock/stub.ts';
import { defineServiceFault, membersOf } from './service-fault.ts';

/** The service says otherwise than the T1: these members of its answer have other values, all else is right. */
export const contradiction = defineServiceFault<{ says: Readonly<Record<string, Json>>; about?: string }>({
  name: 'contradiction',
  french: 'contredit le T1',
  keepsShape: true,
  spoil: (answer, { says, about }, { request }) => {
    const members = answer.status < 300 ? membersOf(answer) : undefined;
    if (!members || (about !== undefined && !request.url.includes(encodeURIComponent(about))))
      return undefined;
    return { ...answer, body: { ...members, ...says } };
  },
});
