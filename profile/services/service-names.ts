/**
 * The national services that a hub may ask. Each is optional: a hub says which it asks in `services` of its capabilities.
 * @source domain notes 2.1 (guarantors), 6 (single window), 7 (NIF, IFU, plates); the names are ours: assumption
 */
export const serviceNames = [
  'taxpayer-register',
  'vehicle-register',
  'single-window',
  'tariff',
  'guarantee-register-tg',
  'guarantee-register-aes',
] as const;

export type ServiceName = (typeof serviceNames)[number];

/** Services that are asked about an announced movement; nothing waits for them. */
export type LookupName = Extract<
  ServiceName,
  'taxpayer-register' | 'vehicle-register' | 'single-window' | 'tariff'
>;

/** Services that hold money: they are the condition of a reservation. */
export type GuaranteeRegisterName = Exclude<ServiceName, LookupName>;
