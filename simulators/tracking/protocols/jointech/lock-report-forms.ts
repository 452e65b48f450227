import { round } from '../round.ts';
import type { Form } from './spelling.ts';

/** A decimal number of a text frame, rounded to what a report keeps. */
function decimal(most: number, decimals: number, fewest: number): Form<number> {
  return {
    parse: (text) => {
      if (!/^[0-9]{1,6}(?:\.[0-9]{1,12})?$/.test(text)) return undefined;
      const value = round(Number(text), decimals);
      return value <= most ? value : undefined;
    },
    format: (value) => {
      const text = value.toFixed(decimals).replace(/\.?0+$/, '');
      const [whole = '', fraction = ''] = (decimals === 0 ? value.toFixed(0) : text).split('.');
      return fewest > 0 || fraction !== '' ? `${whole}.${fraction.padEnd(fewest, '0')}` : whole;
    },
  };
}

/** Degrees without sign, five decimals or more. */
export const latitude = decimal(90, 7, 5);
export const longitude = decimal(180, 7, 5);
/** km/h. */
export const speed = decimal(9999, 1, 0);
export const course = decimal(360, 3, 0);
export const mileage = decimal(999_999, 3, 0);
export const count: Form<number> = {
  parse: (text) => (/^[0-9]{1,9}$/.test(text) ? Number(text) : undefined),
  format: String,
};
