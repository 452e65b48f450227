import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import { UsageError } from './failure.ts';

/** Models or versions that a fleet plays, the usual one first. @source simulators/tracking/devices */
const variants: Readonly<Partial<Record<ProtocolName, readonly [usual: string, ...string[]]>>> = {
  jointech: ['JT701D', 'JT701'],
  teltonika: ['8', '8e', '16'],
  jt808: ['2013', '2019'],
};

/** All of them, for help. */
export const variantsListed = (): string =>
  Object.entries(variants)
    .map(([protocol, [usual, ...others]]) => `${protocol} ${usual} (default), ${others.join(', ')}`)
    .join('; ');

/** @throws UsageError for a variant that the protocol does not have */
export function requireVariant(protocol: ProtocolName, variant: string | undefined): void {
  const known = variants[protocol];
  if (variant === undefined || known?.includes(variant)) return;
  throw new UsageError(
    'UNKNOWN_VARIANT',
    `Found "${variant}" as --variant of ${protocol}.`,
    known ? `Give one of: ${known.join(', ')}.` : `Leave it out: ${protocol} has one form.`,
  );
}
