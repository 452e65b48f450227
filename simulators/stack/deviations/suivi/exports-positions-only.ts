import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'exports-positions-only',
  violates: ['TRK-084'],
  why: 'An alert has no standard word in EPCIS: the export leaves out what it cannot map, and the document is still valid.',
  onEpcis: (document) => {
    const { epcisBody } = document as { epcisBody: { eventList: object[] } };
    const eventList = epcisBody.eventList.filter(
      (event) => !JSON.stringify(event).includes('ALARM_CONDITION'),
    );
    return { ...document, epcisBody: { eventList } };
  },
});
