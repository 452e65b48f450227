import { defineDeviation } from '../deviation.ts';

/** A type of message that nobody knows is told as any other wrong code. */
export default defineDeviation({
  name: 'takes-the-type-for-a-code',
  violates: ['ENV-011'],
  why: 'the types are one more code list',
  onFindings: (findings) =>
    findings.map((finding) =>
      finding.code === 'UNKNOWN_MESSAGE_TYPE' ? { ...finding, code: 'NOT_IN_CODE_LIST' } : finding,
    ),
});
