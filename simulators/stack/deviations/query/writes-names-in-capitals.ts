import { defineDeviation } from '../deviation.ts';

/** The notice is published with its consignee in capitals. */
export default defineDeviation({
  name: 'writes-names-in-capitals',
  violates: ['LED-002'],
  why: 'the national system keeps names in capitals',
  onPublish: (body) => {
    const notice = body['notice'] as { consignee?: { name: string } } | undefined;
    if (!notice?.consignee) return body;
    const consignee = { ...notice.consignee, name: notice.consignee.name.toUpperCase() };
    return { ...body, notice: { ...notice, consignee } };
  },
});
