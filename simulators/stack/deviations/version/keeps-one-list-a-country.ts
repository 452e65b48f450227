import { defineDeviation } from '../deviation.ts';

/** Of the code lists of a country only the one published last is kept. */
export default defineDeviation({
  name: 'keeps-one-list-a-country',
  violates: ['VER-011'],
  why: 'the key of the table is country and kind, and forgets the name of the list',
  onPublish: (body) => {
    const { codeLists } = body as { codeLists?: { country: string }[] };
    if (!Array.isArray(codeLists)) return body;
    return { ...body, codeLists: [...new Map(codeLists.map((list) => [list.country, list])).values()] };
  },
});
