import { defineDeviation } from '../deviation.ts';

const burnt = new Set<string>();

const numberOf = ({ payload, movementVersion }: Readonly<Record<string, unknown>>): string =>
  `${(payload as { transitReference?: string } | undefined)?.transitReference} ${String(movementVersion)}`;

/** The number of a message refused at once cannot be taken again. */
export default defineDeviation({
  name: 'burns-refused-numbers',
  violates: ['KEY-009'],
  why: 'the number is counted before the message is judged',
  onFindings: (findings, message) => {
    if (findings.length > 0) burnt.add(numberOf(message));
    return findings;
  },
  onRefusal: (findings, { message }) =>
    message.movementVersion !== undefined && burnt.has(numberOf({ ...message }))
      ? [{ code: 'VERSION_OUT_OF_ORDER', pointer: '/movementVersion', reason: 'version déjà dépassée' }]
      : findings,
});
