// The doubles of the national services

export { contradiction } from './faults/contradiction.ts';
export { down } from './faults/down.ts';
export { emptyBody } from './faults/empty-body.ts';
export { flapping } from './faults/flapping.ts';
export { hugeBody } from './faults/huge-body.ts';
export { late } from './faults/late.ts';
export { notJson } from './faults/not-json.ts';
export { otherKey } from './faults/other-key.ts';
export { refuses } from './faults/refuses.ts';
// Faults of a service, one file each
export type { ServiceFaultOnce } from './faults/service-fault.ts';
export { silent } from './faults/silent.ts';
export { slow } from './faults/slow.ts';
export { wrongContent } from './faults/wrong-content.ts';
export { wrongYear } from './faults/wrong-year.ts';
export type { ServiceCall } from './service-calls.ts';
export { type DoublesOptions, type RunningServiceFault, ServiceDoubles } from './service-doubles.ts';
export { ServiceError } from './service-error.ts';
// WireMock
export { removeAbandoned } from './wiremock/abandoned-stubs.ts';
export { findWireMock } from './wiremock/find-wiremock.ts';
export type { RunningWireMock } from './wiremock/start-wiremock.ts';
export { type Labels, WireMockDriver } from './wiremock/wiremock-driver.ts';
