import type { Transport } from '../../devices/link.ts';
import type { OpenFleetLink } from './fleet-link.ts';

/** How the links of a transport are opened; the MQTT client is loaded only when it is needed. */
export async function openerOf(transport: Transport): Promise<OpenFleetLink> {
  if (transport === 'mqtt') {
    const { MqttLink } = await import('./mqtt-link.ts');
    return (address, owner, local) => new MqttLink(address, owner, local);
  }
  if (transport === 'udp') {
    const { UdpLink } = await import('./udp-link.ts');
    return (address, owner, local) => new UdpLink(address, owner, local);
  }
  const { TcpLink } = await import('./tcp-link.ts');
  return (address, owner, local) => new TcpLink(address, owner, local);
}
