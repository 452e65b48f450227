const MINUTE_MS = 60_000;

/**
 * Reads six binary bytes (YY MM DD hh mm ss of the device's clock) as an instant; null: there is no such one.
 * @source Concox GT06 manual, 5.2.1.4 (date and time)
 */
export function readDate(hex: string, zoneMinutes: number): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = Buffer.from(hex, 'hex');
  if (year > 99 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
  const ms = Date.UTC(2000 + year, month - 1, day, hour, minute, second);
  // A day that the month does not have comes out as one of the next month.
  if (day < 1 || new Date(ms).getUTCDate() !== day) return null;
  return new Date(ms - zoneMinutes * MINUTE_MS).toISOString();
}

/** Writes an instant in the clock of the device, whole seconds; null: not an instant of 2000 to 2099. */
export function writeDate(time: string, zoneMinutes: number): string | null {
  const local = new Date(Date.parse(time) + zoneMinutes * MINUTE_MS);
  const year = local.getUTCFullYear() - 2000;
  if (!(year >= 0 && year <= 99)) return null;
  return Buffer.from([
    year,
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
  ]).toString('hex');
}
