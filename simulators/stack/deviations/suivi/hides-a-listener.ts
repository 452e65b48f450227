import { defineDeviation } from '../deviation.ts';

interface Published {
  readonly listeners: readonly { readonly protocol: string }[];
}

const listOf = (platforms: unknown): Published[] => platforms as Published[];

const withoutJt808 = (platform: Published): Published => ({
  ...platform,
  listeners: platform.listeners.filter(({ protocol }) => protocol !== 'jt808'),
});

/** Where devices of one protocol are listened to is not published. */
export default defineDeviation({
  name: 'hides-a-listener',
  violates: ['TRK-103'],
  why: 'a port was opened later, and the page is written by hand',
  onPublish: (body, path) =>
    path === '/v0/tracking/platforms' ? { platforms: listOf(body['platforms']).map(withoutJt808) } : body,
});
