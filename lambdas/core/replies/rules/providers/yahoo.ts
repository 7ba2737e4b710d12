import { defineRules } from '../../define-rules.ts';
import { yahooAolDefinitions } from './yahoo-aol.ts';
import { yahooIpDefinitions } from './yahoo-ip.ts';
import { yahooMailDefinitions } from './yahoo-mail.ts';
import { yahooTroubleDefinitions } from './yahoo-trouble.ts';

/** Yahoo, AOL, AT&T and the other domains on yahoodns.net; Yahoo! JAPAN runs servers that say the same. */
export const yahooRules = defineRules('yahoo', [
  ...yahooIpDefinitions,
  ...yahooMailDefinitions,
  ...yahooAolDefinitions,
  ...yahooTroubleDefinitions,
]);
