import { defineDeviation } from '../deviation.ts';

/** The notice of a delay names the declarant who is answerable for it. */
export default defineDeviation({
  name: 'names-the-declarant',
  violates: ['RTE-021'],
  why: 'the officer who wrote the alert wanted to help',
  onFinding: (notices, movement) => {
    const { declarant } = movement?.notice ?? {};
    return notices.map((notice) => ({
      ...notice,
      detail: `${notice.detail} ${declarant?.name ?? ''}`.trim(),
    }));
  },
});
