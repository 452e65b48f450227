import { defineDeviation } from '../deviation.ts';

/** An event as it goes to a country that is not that of departure: its latitude to a tenth of a degree. */
function rounded(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as {
    messageType: string;
    payload: { position?: { latitudeDeg: number } };
  };
  const { position } = message.payload;
  if (message.messageType !== 'AT17' || position === undefined) return bytes;
  position.latitudeDeg = Math.round(position.latitudeDeg * 10) / 10;
  return Buffer.from(JSON.stringify(message));
}

/** Neighbours are told where a truck is to ten kilometres. */
export default defineDeviation({
  name: 'rounds-positions-for-neighbours',
  violates: ['TRK-032'],
  why: 'exact positions are taken for the secret of the country of departure',
  onDelivery: (request) =>
    request.recipient === 'TG' ? request : { ...request, bytes: rounded(request.bytes) },
});
