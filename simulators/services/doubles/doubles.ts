import type { Double } from './double.ts';
import { guaranteeRegister } from './guarantee-register.ts';
import { singleWindow } from './single-window.ts';
import { tariff } from './tariff.ts';
import { taxpayerRegister } from './taxpayer-register.ts';
import { vehicleRegister } from './vehicle-register.ts';

/** The double of every service of the profile. */
export const doubles: readonly Double[] = [
  taxpayerRegister,
  vehicleRegister,
  singleWindow,
  tariff,
  guaranteeRegister('guarantee-register-tg'),
  guaranteeRegister('guarantee-register-aes'),
];
