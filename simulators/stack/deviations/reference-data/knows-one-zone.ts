import { defineDeviation } from '../deviation.ts';

/** Every office is published in the time zone of the hub. */
export default defineDeviation({
  name: 'knows-one-zone',
  violates: ['TIM-021', 'REF-020'],
  why: 'three countries out of four share it',
  onPublish: (body, path) => {
    const { offices } = body as { offices?: object[] };
    if (!path.includes('reference-data') || !offices) return body;
    return { ...body, offices: offices.map((office) => ({ ...office, timeZone: 'Africa/Abidjan' })) };
  },
});
