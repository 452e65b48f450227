import { defineDeviation } from '../deviation.ts';

/** Offices that are on the road only are not published. */
export default defineDeviation({
  name: 'publishes-no-border-posts',
  violates: ['REF-010'],
  why: 'the list of offices is that of the offices that clear goods',
  onPublish: (body) => {
    const { offices } = body as { offices?: { roles: string[] }[] };
    return Array.isArray(offices)
      ? { ...body, offices: offices.filter(({ roles }) => roles.some((role) => role !== 'TRA')) }
      : body;
  },
});
