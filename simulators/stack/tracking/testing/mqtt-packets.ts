/**
 * CONNECT without a keep-alive. For tests.
 * @source MQTT 3.1.1, section 3.1
 */
export const mqttConnect = (id: string): Buffer =>
  Buffer.concat([
    Buffer.from([0x10, 12 + id.length]),
    Buffer.from('00044d5154540402000000', 'hex'),
    Buffer.from([id.length]),
    Buffer.from(id, 'latin1'),
  ]);

/**
 * PUBLISH of QoS 1.
 * @source MQTT 3.1.1, section 3.3
 */
export function mqttPublish(topic: string, payload: string, packetId = 1): Buffer {
  const length = 4 + topic.length + payload.length;
  return Buffer.concat([
    Buffer.from([0x32, 0x80 | (length & 0x7f), length >> 7, 0, topic.length]),
    Buffer.from(topic, 'latin1'),
    Buffer.from([packetId >> 8, packetId & 0xff]),
    Buffer.from(payload, 'latin1'),
  ]);
}
