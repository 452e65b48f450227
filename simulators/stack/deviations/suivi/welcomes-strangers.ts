import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'welcomes-strangers',
  violates: ['TRK-100'],
  why: 'Every login is answered with yes, so that installers see their tracker connected before anybody registered it.',
  onDeviceAnswers: (answers) =>
    answers.map((answer) => (answer.length === 1 && answer[0] === 0 ? Buffer.from([1]) : answer)),
});
