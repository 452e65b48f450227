import type { z } from 'zod';

import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'tracking device id',
  pattern: /^[A-Z0-9-]{4,32}$/,
  example: '8000620011',
};

/**
 * A tracker or electronic seal as its platform names it: terminal number, IMEI or phone number of the vendor's protocol.
 * @source JT701D manual V1.4 (10 digits); Teltonika data sending protocols (IMEI); JT/T 808 (phone number)
 */
export const deviceId = identifierSchema<'DeviceId'>(form);

export type DeviceId = z.infer<typeof deviceId>;

/** Parses a device id, or throws an IdentifierError (`PATTERN`). */
export const parseDeviceId = (text: string): DeviceId => parseIdentifier<'DeviceId'>(form, text);
