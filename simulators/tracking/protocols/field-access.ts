import { FieldError, type FrameContent, type Json, type Report } from './protocol.ts';

/** Fields of a frame on their way to bytes: each getter says what is wrong with the pointer of the field. */
type Fields = FrameContent['fields'];

/** A whole number from 0 to `max`. @throws FieldError */
export function numberField(fields: Fields, name: string, max: number): number {
  const value = fields[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new FieldError(`/fields/${name}`, `a whole number from 0 to ${max} is needed, not ${shown(value)}`);
}

/** Text of the given form. @throws FieldError */
export function textField(fields: Fields, name: string, form: RegExp, says: string): string {
  const value = fields[name];
  if (typeof value === 'string' && form.test(value)) return value;
  throw new FieldError(`/fields/${name}`, `${says} is needed, not ${shown(value)}`);
}

/** Bytes written in hexadecimal; exactly `length` of them where it is given. @throws FieldError */
export function hexField(fields: Fields, name: string, length?: number): Buffer {
  const value = fields[name];
  const whole = typeof value === 'string' && /^(?:[0-9a-f]{2})*$/.test(value);
  if (whole && (length === undefined || value.length === length * 2)) return Buffer.from(value, 'hex');
  const size = length === undefined ? 'bytes' : `${length} bytes`;
  throw new FieldError(
    `/fields/${name}`,
    `${size} in lower-case hexadecimal are needed, not ${shown(value)}`,
  );
}

/** A list of texts of the given form; absent: none. @throws FieldError */
export function textsField(fields: Fields, name: string, form: RegExp, says: string): string[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value)) throw new FieldError(`/fields/${name}`, `a list is needed, not ${shown(value)}`);
  return value.map((text: unknown, index) => {
    if (typeof text === 'string' && form.test(text)) return text;
    throw new FieldError(`/fields/${name}/${index}`, `${says} is needed, not ${shown(text)}`);
  });
}

/** The only report of a frame that has one. @throws FieldError */
export function onlyReport({ reports }: FrameContent): Report {
  const [report] = reports;
  if (report && reports.length === 1) return report;
  throw new FieldError('/reports', `one report is needed, not ${reports.length}`);
}

const shown = (value: Json | undefined | unknown): string => JSON.stringify(value) ?? 'nothing';
