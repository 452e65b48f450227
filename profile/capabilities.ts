import { z } from 'zod';
import { extensionName } from './envelope/extensions.ts';
import { platformCode } from './identifiers/platform-code.ts';
import { serviceNames } from './services/service-names.ts';

/** Conformance classes a seat can claim. @source profile.md, conformance classes */
export const conformanceClasses = [
  'base',
  'extended',
  'guarantee',
  'tracking',
  'reference-data',
  'security',
  'services',
] as const;

/**
 * What a seat says of itself (implementation conformance statement), at `GET /v0/capabilities`. Scenarios
 * are selected from it: what is not claimed is `not-applicable`. Fields we do not know are ignored.
 * @source ITU-T X.290 (ICS); profile decisions P07, P14, P21
 */
export const capabilities = z.object({
  /** Versions of the profile it speaks, e.g. `0.1`. */
  profileVersions: z.array(z.string()).min(1),
  /** Names of the extensions that it understands; it refuses any other that is mandatory. Absent: none. */
  extensions: z.array(extensionName).optional(),
  classes: z.array(z.enum(conformanceClasses)),
  /** Names of the messages it handles, e.g. `TransitNotice`. */
  messages: z.array(z.string()),
  /** It has the test clock of the binding, section 6. */
  testClock: z.boolean(),
  /** Arrival and control result are sent in one ArrivalNotice (P14). */
  mergedArrival: z.boolean(),
  /** Messages are signed hop by hop (P07). */
  signatures: z.boolean(),
  /** It keeps the regional guarantee register (P21). */
  guaranteeRegister: z.boolean(),
  /** Tracking platforms that it hosts; those of other countries sit at the table themselves. Absent: none. */
  trackingPlatforms: z.array(platformCode).optional(),
  /** National services that it asks (docs/profile/services.md). Absent: none. */
  services: z.array(z.enum(serviceNames)).optional(),
  environment: z.enum(['test', 'preproduction', 'production']),
});

export type Capabilities = z.infer<typeof capabilities>;
