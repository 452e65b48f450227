import type { ReferenceContent } from '../../../../profile/messages/parts/reference-content.ts';
import type { Holiday } from '../../../../profile/reference-data.ts';
import { defineDeviation } from '../deviation.ts';

const everPublished: Holiday[] = [];

/** What a country published once stays published. */
export default defineDeviation({
  name: 'adds-instead-of-replacing',
  violates: ['REF-003'],
  why: 'rows are inserted, and none is deleted',
  onRoute: (recipients, { name, message }) => {
    const { country = '', content } = message.payload as { country?: string; content?: ReferenceContent };
    if (name === 'ReferenceDataNotice' && content?.kind === 'HOLIDAYS')
      everPublished.push(...content.holidays.map((holiday) => ({ country, ...holiday })));
    return recipients;
  },
  onPublish: (body) =>
    Array.isArray(body['holidays']) ? { ...body, holidays: [...body['holidays'], ...everPublished] } : body,
});
