import { defineDeviation } from '../deviation.ts';

/** The notice is published without the values of its items. */
export default defineDeviation({
  name: 'publishes-no-values',
  violates: ['LED-002'],
  why: "the value of the goods is nobody's business but the declarant's",
  onPublish: (body) => {
    const notice = body['notice'] as { items?: Record<string, unknown>[] } | undefined;
    if (!notice?.items) return body;
    return { ...body, notice: { ...notice, items: notice.items.map(({ value: _, ...item }) => item) } };
  },
});
