import { anyOf } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { PAGE, FIELD_MANUAL } from './yahoo-sources.ts';

/** Yahoo: trouble of its own, and deferrals without a reason. Last, because its words also stand in better reasons. */
export const yahooTroubleDefinitions: readonly RuleDefinition[] = [
  {
    id: 'yahoo.resources',
    pattern: anyOf(
      /resources (?:are )?temporarily unavailable/,
      /service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)|server (?:is )?(?:too )?busy/,
      /system (?:is )?busy|timed? ?out/,
    ),
    category: 'unavailable',
    meaning: "Yahoo's servers are busy for a moment.",
    source: PAGE,
    examples: [
      { text: 'smtp;421 Service not available, closing transmission channel', source: FIELD_MANUAL },
      {
        text: '451 mta283.mail.scd.yahoo.com Resources temporarily unavailable. Please try again later [#4.16.5].',
        source: 'PHPMailer bounce handler rules (public code index, id 82485499)',
      },
    ],
  },
  {
    id: 'yahoo.deferred',
    pattern: /messages? (?:from .{0,60})?(?:is |are |has been |have been |was )?temporarily deferred/,
    category: 'reputation',
    stance: 'patience',
    scope: 'ip',
    meaning: 'Yahoo defers the mail of this IP and gives no reason.',
    source: PAGE,
    note: 'Yahoo lists complaints, content, reputation and unusual traffic as reasons of one kind of deferral; read like [TSS04].',
    examples: [
      {
        text: '421 Message temporarily deferred',
        source: 'AcyMailing bounce rules (public code index, id 28600920761)',
      },
    ],
  },
];
