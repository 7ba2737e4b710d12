import type { Isp } from './isp.ts';
import { ISPS_AMERICAS } from './isps-americas.ts';
import { ISPS_ASIA } from './isps-asia.ts';
import { ISPS_EASTERN_EUROPE } from './isps-eastern-europe.ts';
import { ISPS_FILTERS } from './isps-filters.ts';
import { ISPS_GERMAN_SPEAKING } from './isps-german-speaking.ts';
import { ISPS_GLOBAL } from './isps-global.ts';
import { ISPS_WESTERN_EUROPE } from './isps-western-europe.ts';

/** Every mailbox provider, filtering service and mail host that is known by its MX hosts or domains. */
export const ISPS: readonly Isp[] = [
  ...ISPS_GLOBAL,
  ...ISPS_AMERICAS,
  ...ISPS_GERMAN_SPEAKING,
  ...ISPS_WESTERN_EUROPE,
  ...ISPS_EASTERN_EUROPE,
  ...ISPS_ASIA,
  ...ISPS_FILTERS,
];
