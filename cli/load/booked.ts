import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Booked } from '../../features/support/closing-books.ts';
import type { LoadMovement } from '../../fixtures/load/load-step.ts';

/** Of the traffic file, the movements that were begun, with what their books are found by. */
export async function bookedOf(path: string, begun: ReadonlySet<string>): Promise<Booked[]> {
  const booked: Booked[] = [];
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const { reference, countries, steps } = JSON.parse(text) as LoadMovement;
    if (!begun.has(reference)) continue;
    const asked = steps.find(({ name }) => name === 'GuaranteeRequest');
    const notice = JSON.parse(bodyOf(steps.find(({ name }) => name === 'TransitNotice')?.pieces)) as Notice;
    booked.push({
      reference,
      departureCountry: countries[0] ?? '',
      destinationCountry: countries.at(-1) ?? '',
      guarantee: {
        registrar: asked?.from ?? '',
        register: { guaranteeReference: notice.payload.guarantee.reference },
      },
    });
  }
  return booked;
}

interface Notice {
  readonly payload: { readonly guarantee: { readonly reference: string } };
}

const bodyOf = (pieces: readonly string[] | undefined): string => (pieces ?? []).join('');
