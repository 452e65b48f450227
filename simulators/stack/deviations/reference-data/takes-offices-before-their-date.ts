import type { ReferenceContent } from '../../../../profile/messages/parts/reference-content.ts';
import { defineDeviation } from '../deviation.ts';

const announced = new Set<string>();

/** An office serves from the moment it is announced. */
export default defineDeviation({
  name: 'takes-offices-before-their-date',
  violates: ['REF-004'],
  why: 'a notice is loaded when it comes, its date of effect is a column nobody reads',
  onRoute: (recipients, { message }) => {
    const { content } = message.payload as { content?: ReferenceContent };
    if (content?.kind === 'OFFICES') for (const { code } of content.offices) announced.add(code);
    return recipients;
  },
  onFindings: (findings) =>
    findings.filter(({ code, reason }) => code !== 'UNKNOWN_OFFICE' || !announced.has(reason.slice(-7))),
});
