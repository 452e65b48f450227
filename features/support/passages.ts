import type { BorderPassagePayload } from '../../profile/messages/border-passage.ts';
import type { IncidentNoticePayload } from '../../profile/messages/incident-notice.ts';
import { HarnessError } from './errors.ts';
import { freshSealNumber } from './seals.ts';

/** What an officer finds of the seals at the border. */
export type SealsSeen = 'broken' | 'absent' | 'replaced and told' | 'changed untold';

/** Seconds later (or earlier) than an instant on the wire. */
export const after = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** The same passage, five minutes later: the truck that was turned back is let through. */
export const passageAgain = (passage: BorderPassagePayload): BorderPassagePayload => ({
  ...passage,
  passedAt: after(passage.passedAt, 300),
});

type Sealed = Pick<BorderPassagePayload, 'seals'>;

/**
 * The passage, or the arrival, with what the officer found of the seals.
 * @param nth which of the seals that no movement was given is put on
 */
export function withSeals<Seen extends Sealed>(passage: Seen, seen: SealsSeen, nth = 0): Seen {
  const { numbers } = passage.seals;
  const [first, ...others] = numbers;
  if (first === undefined)
    throw new HarnessError(
      'NO_SEALS',
      'Ce passage ne porte aucun scellé : rien ne peut leur arriver.',
      'Choisissez un mouvement scellé.',
    );
  const fresh = freshSealNumber(first, nth);
  const seals = {
    broken: { state: 'broken', numbers: others },
    absent: { state: 'absent', numbers: [] },
    'replaced and told': {
      state: 'replaced',
      numbers: [fresh, ...others],
      replaced: [{ old: first, new: fresh }],
    },
    'changed untold': { state: 'intact', numbers: [fresh, ...others] },
  } as const satisfies Record<SealsSeen, unknown>;
  return { ...passage, seals: structuredClone(seals[seen]) as Sealed['seals'] };
}

/** The passage, or the arrival, of a truck that still carries the seals seen at the passage before. */
export function withSealsInPlace<Seen extends Sealed>(passage: Seen, before: object): Seen {
  const { numbers } = (before as Sealed).seals;
  return { ...passage, seals: { state: 'intact', numbers: [...numbers] } };
}

/** The passage one minute after an incident, under the seals that were put on then. */
export function passageAfter(
  passage: BorderPassagePayload,
  { occurredAt, newSeals = [] }: Pick<IncidentNoticePayload, 'occurredAt' | 'newSeals'>,
): BorderPassagePayload {
  const passedAt = after(occurredAt, 60);
  const numbers = newSeals.map(({ number }) => number);
  return { ...passage, presentedAt: passedAt, passedAt, seals: { state: 'intact', numbers } };
}
