import type { Io } from '../io.ts';
export interface FoundK6 {
  readonly command: readonly string[];
  readonly version: string;
}
export const findK6 = async (io: Io): Promise<FoundK6> => ({
  command: [io.env['K6_BIN'] ?? 'k6'],
  version: '2.2.0',
});
