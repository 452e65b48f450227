/** What there are images for. */
export const PARTS = ['postgres', 'stack', 'wiremock', 'toxiproxy', 'mosquitto'] as const;
export type PartName = (typeof PARTS)[number];

/**
 * What runs in containers around a campaign, each in one of its own; the stack in as many as scenarios need. Devices that speak MQTT
 * speak to the stack itself, which confirms what it has stored: a broker between would confirm in its place.
 */
export const STARTED = ['postgres', 'stack', 'wiremock', 'toxiproxy'] as const satisfies PartName[];
export type StartedPart = (typeof STARTED)[number];
