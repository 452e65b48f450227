import type { Lookup } from './lookup.ts';
import type { LookupName } from './service-names.ts';
import { singleWindow } from './single-window.ts';
import { tariff } from './tariff.ts';
import { taxpayerRegister } from './taxpayer-register.ts';
import { vehicleRegister } from './vehicle-register.ts';

/** Every service that is asked about announced movements, in the order in which the documents tell them. */
export const lookups: readonly Lookup[] = [taxpayerRegister, vehicleRegister, singleWindow, tariff];

/** A service of these by its name. */
export const lookupOf = (name: LookupName): Lookup =>
  lookups.find((lookup) => lookup.name === name) as Lookup;

/** The two registers of guarantees, in French as officers read it. */
export const guaranteeRegisterFrench = {
  'guarantee-register-tg': 'registre des garanties de la CCI-Togo',
  'guarantee-register-aes': "registre de la caution unique de l'AES",
} as const;
