/** What runs in containers around a campaign, each in one of its own; the stack in as many as scenarios need. */
export const PARTS = ['postgres', 'stack', 'wiremock', 'toxiproxy', 'mosquitto'] as const;
export type PartName = (typeof PARTS)[number];
