import { defineServiceFault } from './service-fault.ts';

/** A web page comes where an answer should: the service is being repaired. */
export const notJson = defineServiceFault<{ times?: number }>({
  name: 'not-json',
  french: 'répond par une page web',
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: () => ({
    status: 200,
    text: '<!doctype html><title>Maintenance</title>',
    headers: { 'Content-Type': 'text/html' },
  }),
});
