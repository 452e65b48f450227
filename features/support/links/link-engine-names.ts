/** Names of the engines of links, as `--links` takes them. */
export const linkEngines = ['embedded', 'toxiproxy'] as const;
export type LinkEngineName = (typeof linkEngines)[number];
