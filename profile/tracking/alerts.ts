import type { AlertMapping } from './alert-mapping.ts';

/** How each device protocol tells the alerts of the profile, by protocol. A new protocol is one file in `alerts/` and one row here. */
export const alertMappings: Readonly<Record<string, readonly AlertMapping[]>> = {};
