import { parseFields } from '../bytes/frame-fields.ts';
import { ofHeartbeat } from './conditions.ts';
import type { Message } from './message.ts';
import { restHexFields, restOf } from './position.ts';
import { bitsOf, readStatus, STATUS, statusFields, writeStatus } from './status.ts';

const heartbeatFields = statusFields.extend(restHexFields);

/** Heartbeat, 0x13: status, every three minutes. @source Concox GT06 manual, 5.4 (heartbeat packet) */
export const heartbeat: Message = {
  read(reader) {
    if (reader.left < STATUS) return null;
    const status = readStatus(reader);
    const fields = { ...status, ...bitsOf(status), ...restOf(reader) };
    return { kind: 'heartbeat', reports: [], conditions: [ofHeartbeat(status)], fields };
  },
  write(writer, frame) {
    const { restHex = '', ...status } = parseFields(heartbeatFields, frame);
    writeStatus(writer, status).hex(restHex);
  },
};
