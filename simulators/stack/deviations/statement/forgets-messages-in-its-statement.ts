import { defineDeviation } from '../deviation.ts';

/** The capabilities leave out the messages that are answers. */
export default defineDeviation({
  name: 'forgets-messages-in-its-statement',
  violates: ['CAP-002'],
  why: 'the list is that of the forms in the user interface',
  onPublish: (body, path) =>
    path === '/v0/capabilities'
      ? {
          ...body,
          messages: (body['messages'] as string[]).filter((name) => !/Error|Acknowledgement/.test(name)),
        }
      : body,
});
