import { UNKNOWN_RECIPIENTS } from '../../advice/causes.ts';
import { defineRules } from '../../define-rules.ts';

const CODES =
  'help.163.com list of bounce codes, as copied in public repositories and at 51yue.net (2020), read 2026-11';
const AS_CODE = `${CODES}; code as NetEase prints it`;

/** NetEase (163.com, 126.com, yeah.net): two letters for the stage, three for the cause. The codes decide. */
export const neteaseRules = defineRules('netease', [
  {
    id: 'netease.unknown-recipients',
    pattern: /\bhl:rep\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Too many unknown mailboxes among the recipients of this IP.',
    source: CODES,
    advice: UNKNOWN_RECIPIENTS,
    examples: [{ text: '421 HL:REP', source: AS_CODE }],
  },
  {
    id: 'netease.forged-senders',
    pattern: /\bhl:mep\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'The IP sends for many domains that look forged.',
    source: CODES,
    examples: [{ text: '421 HL:MEP', source: AS_CODE }],
  },
  {
    id: 'netease.connections',
    pattern: /\bhl:icc\b|too many connections/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections at a time from one IP.',
    source: CODES,
    examples: [
      {
        text: '421 4.4.5 HL:ICC',
        source: 'SMTP error table of a public repository (searched for "HL:IFC"), read 2026-11',
      },
      {
        text: '421 Too many connections',
        source: 'KumoCorp/kumomta assets/community/shaping.toml @00df937b',
      },
    ],
  },
  {
    id: 'netease.rate',
    pattern: /\bhl:i[ft]c\b|\bmi:(?:sfq|stc|dmc)\b|\brp:(?:qrc|drc|trc|orq|rcl)\b/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'Too many messages or recipients in a short time, in a connection or in a day.',
    source: CODES,
    examples: [
      {
        text: '421 4.5.0 HL:IFC',
        source: 'SMTP error table of a public repository (searched for "HL:IFC"), read 2026-11',
      },
      { text: '451 MI:SFQ', source: AS_CODE },
      { text: '451 RP:QRC', source: AS_CODE },
      {
        text: '554 HL:ITC',
        source: 'KumoCorp/kumomta assets/community/shaping.toml @00df937b (“At daily limit”)',
      },
    ],
    note: 'The 5xx forms are the same limits, reached for the hour or day.',
  },
  {
    id: 'netease.suspended',
    pattern: /\bhl:ihu\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'NetEase has suspended the IP for spam or for abnormal connections.',
    source: CODES,
    examples: [{ text: '554 HL:IHU', source: AS_CODE }],
  },
  {
    id: 'netease.blocklist',
    pattern: /\bdt:rbl\b|\b(?:hl|mi):ipb\b|\bwm:bli\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The IP is on a blocklist, or not on NetEase’s allow list.',
    source: CODES,
    examples: [
      { text: '450 DT:RBL', source: AS_CODE },
      { text: '554 HL:IPB', source: AS_CODE },
    ],
  },
  {
    id: 'netease.sender-blocked',
    pattern: /\bwm:blu\b|\bmi:spb\b/,
    category: 'policy-block',
    scope: 'domain',
    meaning: 'The sender’s address is not among those that NetEase takes; the IP is not accused.',
    source: CODES,
    examples: [{ text: '554 WM:BLU', source: AS_CODE }],
    note: 'DT:RBL, HL:IPB and WM:BLI say the same of an IP.',
  },
  {
    id: 'netease.authentication',
    pattern: /\bmi:(?:spf|dma)\b/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'SPF or DMARC of the sending domain does not allow the message.',
    source: CODES,
    examples: [
      { text: '550 MI:SPF', source: AS_CODE },
      { text: '550 MI:DMA', source: AS_CODE },
    ],
  },
  {
    id: 'netease.commands',
    pattern: /\b(?:mi|rp):(?:cel|ccl)\b|\bmi:nhd\b/,
    category: 'configuration',
    meaning: 'Too many wrong commands, or an empty HELO.',
    source: CODES,
    examples: [
      { text: '450 MI:CEL', source: AS_CODE },
      { text: '550 MI:NHD', source: AS_CODE },
    ],
  },
  {
    id: 'netease.load',
    pattern: /\bhl:tld\b/,
    category: 'unavailable',
    meaning: 'NetEase’s system has too much to do.',
    source: 'list of reply codes of NetEase’s corporate mail, public copy read 2026-11',
    examples: [
      { text: '421 HL:TLD', source: 'list of reply codes of NetEase’s corporate mail, read 2026-11' },
    ],
  },
  {
    id: 'netease.content',
    pattern: /\bdt:(?:spm|sum)\b/,
    category: 'content',
    meaning: 'The text looks like spam, or envelope and header sender differ.',
    source: CODES,
    examples: [
      { text: '451 DT:SPM ,please try again', source: AS_CODE },
      { text: '554 DT:SPM', source: AS_CODE },
      { text: '554 DT:SUM', source: AS_CODE },
    ],
    note: 'As a 451 it asks to try again after two minutes; what helps is other content or a cleaner set-up.',
  },
]);
