import { z } from 'zod';

/**
 * A line of `truth.ndjson`, which a load run writes beside its evidence: one report of a device of a fleet as it was made, whole seconds
 * and degrees, and what became of it. `taken`: the platform acknowledged it; `unanswered`: sent by a protocol that has no answer for it;
 * `untaken`: sent, and no answer came; `unsent`: kept by the device to its end, or forgotten.
 */
export const trackerReport = z.strictObject({
  at: z.iso.datetime(),
  platform: z.string(),
  protocol: z.string(),
  deviceId: z.string(),
  lat: z.number(),
  lon: z.number(),
  fate: z.enum(['taken', 'unanswered', 'untaken', 'unsent']),
});
export type TrackerReport = z.infer<typeof trackerReport>;

/**
 * The first and the last line of each process that writes reports: one that was killed leaves no end, and then nobody can say of a report
 * that it was never made. `stack` is the address of the stack, as exchanges name it.
 */
export const trackerMark = z.strictObject({
  mark: z.enum(['begun', 'ended']),
  stack: z.string(),
  platform: z.string(),
  first: z.int().min(0),
  devices: z.int().min(0),
});
export type TrackerMark = z.infer<typeof trackerMark>;
