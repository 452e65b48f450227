import { connect } from 'node:tls';
import { type DoctorFinding, ok, problem, warning } from './finding.ts';

const WARNING_DAYS = 30;
const DAY_MS = 86_400_000;

/** Days that the certificate of an https hub is still valid. */
export function certificate(hub: URL, now: number, withinMs: number): Promise<DoctorFinding> {
  return new Promise((settle) => {
    const options = {
      host: hub.hostname,
      port: Number(hub.port || 443),
      servername: hub.hostname,
      timeout: withinMs,
    };
    const socket = connect(options, () => {
      const until = Date.parse(socket.getPeerCertificate().valid_to);
      const days = Math.floor((until - now) / DAY_MS);
      socket.destroy();
      if (days > WARNING_DAYS) return settle(ok('certificate', `valid for ${days} days`));
      settle(warning('certificate', `valid for ${days} days`, 'Renew the certificate of the hub.'));
    });
    const fail = (seen: string) => {
      socket.destroy();
      settle(
        problem('certificate', seen, 'Give the issuing authority to this machine (NODE_EXTRA_CA_CERTS).'),
      );
    };
    socket.once('error', (error) => fail(error.message));
    socket.once('timeout', () => fail(`no TLS answer within ${withinMs / 1000} s`));
  });
}
