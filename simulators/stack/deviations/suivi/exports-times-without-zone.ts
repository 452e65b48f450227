import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'exports-times-without-zone',
  violates: ['TRK-084'],
  why: 'The export was written for one country in UTC: the offset that EPCIS demands of every event was left out.',
  onEpcis: (document) => {
    const { epcisBody } = document as { epcisBody: { eventList: Record<string, unknown>[] } };
    const eventList = epcisBody.eventList.map(({ eventTimeZoneOffset: _offset, ...event }) => event);
    return { ...document, epcisBody: { eventList } };
  },
});
