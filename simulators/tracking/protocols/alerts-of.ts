import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { FrameContent } from './protocol.ts';

/** Codes of all conditions of a frame, each once, in order. */
export const alertsOf = ({ conditions }: FrameContent): AlertCode[] => [
  ...new Set(conditions.flatMap(({ alerts }) => alerts)),
];
