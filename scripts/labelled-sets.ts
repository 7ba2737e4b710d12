/** A set of replies in test/fixtures/replies/ that a person labelled before any rule was tried on it. */
export interface LabelledSet {
  /** The file, without `.tsv`. */
  name: string;
  what: string;
  /** Labelled by somebody who had read no rule. */
  blind: boolean;
  /** Nothing may learn from a held-out part that is unread, so that it can be measured once more. */
  heldOut: 'read' | 'unread';
  /** Texts that were no example of a rule, and how many of them were right before anything was changed. */
  firstLook: { texts: number; category: number; stance: number } | null;
}

/** All that have been measured, oldest first: replies that somebody received or published. */
export const LABELLED_SETS: readonly LabelledSet[] = [
  {
    name: 'large-providers',
    what: 'what Gmail, Microsoft, Yahoo and Apple document, and a few others',
    blind: false,
    heldOut: 'read',
    firstLook: null,
  },
  {
    name: 'public-logs',
    what: 'the usual texts of public logs and lists',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 310, category: 285, stance: 295 },
  },
  {
    name: 'other-receivers',
    what: 'the same, of receivers without rules of their own',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 166, category: 149, stance: 157 },
  },
  {
    name: 'pattern-fragments',
    what: 'short fragments of other tools’ pattern lists',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 114, category: 83, stance: 98 },
  },
  {
    name: 'mostly-deferrals',
    what: 'seven in ten 4xx, near to a mail log',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 212, category: 185, stance: 204 },
  },
  {
    name: 'rare-wordings',
    what: 'rare: half of them words out of the sources of servers',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 238, category: 179, stance: 214 },
  },
  {
    name: 'bounces-and-help-pages',
    what: 'two thirds 5xx, bounces and help pages',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 97, category: 73, stance: 83 },
  },
  {
    name: 'bounce-rules',
    what: 'other tools’ bounce rules',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 78, category: 63, stance: 70 },
  },
  {
    name: 'logs-and-sources',
    what: 'logs and servers’ sources',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 78, category: 64, stance: 69 },
  },
  {
    name: 'sender-logs',
    what: 'nearer to a sender’s log, two in five 4xx',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 118, category: 102, stance: 112 },
  },
  {
    name: 'lesser-known-servers',
    what: 'three in four 4xx, nearly all from lesser-known servers',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 161, category: 138, stance: 150 },
  },
  {
    name: 'logs-and-queues',
    what: 'logs and queue listings; near relatives of known texts stayed',
    blind: false,
    heldOut: 'unread',
    firstLook: { texts: 124, category: 113, stance: 117 },
  },
  {
    name: 'any-code',
    what: 'any code',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 107, category: 101, stance: 103 },
  },
  {
    name: 'code-421',
    what: 'code 421 alone',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 477, category: 447, stance: 466 },
  },
  {
    name: 'old-bounces',
    what: 'old bounces, nine in ten 5xx; first set read by weighed words',
    blind: false,
    heldOut: 'read',
    firstLook: { texts: 137, category: 134, stance: 136 },
  },
  {
    name: 'server-sources',
    what: 'two thirds 421; more than half out of the sources of servers',
    blind: false,
    heldOut: 'unread',
    firstLook: { texts: 234, category: 209, stance: 225 },
  },
  {
    name: 'made-up-servers',
    what: 'three quarters 421; sources, and servers made up for tests',
    blind: false,
    heldOut: 'unread',
    firstLook: { texts: 304, category: 272, stance: 291 },
  },
  {
    name: 'logs-bounces-issues',
    what: 'logs, bounces and issues, as often as they hold a text',
    blind: false,
    heldOut: 'unread',
    firstLook: { texts: 205, category: 201, stance: 205 },
  },
  {
    name: 'sample-texts',
    what: 'sample texts of other tools’ lists',
    blind: false,
    heldOut: 'unread',
    firstLook: { texts: 142, category: 140, stance: 142 },
  },
  {
    name: 'asian-receivers',
    what: 'help pages of Asian receivers and small European hosters',
    blind: false,
    heldOut: 'unread',
    firstLook: { texts: 87, category: 79, stance: 84 },
  },
  {
    name: 'logs-and-posts',
    what: 'logs and forum posts',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 64, category: 59, stance: 62 },
  },
  {
    name: 'parsers-and-forums',
    what: 'half 5xx; tests and patterns of log parsers, forum posts',
    blind: true,
    heldOut: 'unread',
    firstLook: { texts: 313, category: 290, stance: 302 },
  },
  {
    name: 'what-senders-meet',
    what: 'three in five 4xx, a third of large providers; logs, bounces, help pages',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 290, category: 271, stance: 284 },
  },
  {
    name: 'rare-receivers',
    what: 'two thirds 4xx; receivers and servers that are seldom met, Exchange’s own words',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 287, category: 252, stance: 272 },
  },
  {
    name: 'regional-receivers',
    what: 'three in five 4xx, a third of large providers, many of one country; half with several labels',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 283, category: 277, stance: 280 },
  },
  {
    name: 'quoted-texts',
    what: 'two thirds 4xx, a third of large providers; quoted letter by letter, one label for six in seven',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 200, category: 191, stance: 192 },
  },
  {
    name: 'commercial-senders',
    what: 'two thirds 4xx, three in ten of large providers; from some 210 sources, one in four with several labels',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 300, category: 280, stance: 296 },
  },
  {
    name: 'senders-of-all-kinds',
    what: 'two thirds 4xx, three in ten of large providers; from some 170 sources, half with several labels',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 163, category: 162, stance: 163 },
  },
  {
    name: 'two-readers',
    what: 'two thirds 4xx, a quarter of large providers; from some 195 sources, labelled by two readers apart, one in four with several labels',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 264, category: 247, stance: 260 },
  },
  {
    name: 'two-operators',
    what: 'two thirds 4xx, three in ten of large providers; from some 240 sources, labelled by two readers apart who knew the 421 Analysis, one in five with several labels',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 267, category: 247, stance: 262 },
  },
  {
    name: 'corpus-readers',
    what: 'two thirds 4xx, a third of large providers; gathered elsewhere, labelled by two readers apart who knew the 421 Analysis and the labels of the corpus, one in four with several labels',
    blind: true,
    heldOut: 'read',
    firstLook: { texts: 177, category: 164, stance: 174 },
  },
];
