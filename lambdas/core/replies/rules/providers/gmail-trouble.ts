import type { RuleDefinition } from '../../rule.ts';
import { ANALYSIS_421 } from '../../sources.ts';
import { PAGE, FIELD_MANUAL_451 } from './gmail-sources.ts';

/** Gmail: trouble of its own, and limits without a reason. Last, because its words also stand in better reasons. */
export const gmailTroubleDefinitions: readonly RuleDefinition[] = [
  {
    id: 'gmail.multiple-domains',
    pattern: /multiple destination domains/,
    category: 'unavailable',
    meaning:
      'Recipients of several Workspace domains were named in one transaction; Gmail takes them one domain at a time.',
    source: PAGE,
    examples: [
      {
        text: '451 4.3.0 Multiple destination domains per transaction is unsupported. Please try again. For more information, go to About SMTP error messages and review RFC 5321 specifications.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.system-problem',
    pattern: /temporary system problem|server (?:has )?temporarily rejected/,
    category: 'unavailable',
    meaning: 'Gmail has trouble of its own.',
    source: PAGE,
    examples: [
      {
        text: '421 4.3.0 Temporary System Problem. Try again later. For more information, go to About SMTP error messages.',
        source: PAGE,
      },
      {
        text: '451 4.3.0 Email server has temporarily rejected this message. Go to About SMTP error messages for more information.',
        source: PAGE,
      },
      { text: 'smtp;451 4.3.0 Mail server temporarily rejected message. - gsmtp', source: FIELD_MANUAL_451 },
    ],
  },
  {
    id: 'gmail.server-busy',
    pattern: /server (?:is )?(?:too )?busy/,
    category: 'unavailable',
    meaning: 'The server of Gmail that answered is busy.',
    source: PAGE,
    examples: [
      {
        text: '421 4.4.5 Server busy, try again later. For more information, go to About SMTP error messages.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.timeout',
    pattern: /time(?:d )?-?out/,
    category: 'unavailable',
    meaning: 'Gmail waited too long for the next command.',
    source: PAGE,
    examples: [
      {
        text: '451 4.4.2 Timeout - closing connection. For more information, go to About SMTP error messages.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.service-unavailable',
    pattern:
      /service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)(?!\W+(?:client )?host .{0,20}\bblocked)/,
    category: 'unavailable',
    meaning: 'Gmail is briefly unavailable; this says nothing about the sender.',
    source: ANALYSIS_421,
    note: "The 421 Analysis lists it as 421 4.3.2. None of nine dated copies of Google's list has that code; Google's own are 4.3.0 and 4.4.5.",
    examples: [{ text: '421 4.3.2 Service temporarily unavailable.', source: ANALYSIS_421 }],
  },
  {
    id: 'gmail.rate-limited',
    pattern: /rate[ -]limit(?:ed)?\b/,
    category: 'rate-limit',
    meaning: 'Gmail limits the rate of this mail and gives no reason.',
    source: PAGE,
    examples: [
      {
        text: '550 5.7.1 This email has been rate limited. For more information, go to Limits for sending & getting email.',
        source: PAGE,
      },
    ],
  },
];
