/**
 * A strict reader of the part of PowerMTA's configuration language that the generated include uses: the blocks,
 * directives and actions of the PowerMTA v5.0 User's Guide (3.3.10, 3.3.11, 3.3.15), written from the guide and
 * not from the generator. What it does not know is a problem.
 */

export interface PatternEntry {
  /** The expression as PowerMTA would compile it: case does not count. */
  expression: RegExp;
  actions: readonly string[];
  line: number;
}

export interface Include {
  acctFiles: { path: string; directives: Map<string, string> }[];
  lists: Map<string, PatternEntry[]>;
  macros: Map<string, string[]>;
  domains: Map<string, Map<string, string>>;
  problems: string[];
}

const DURATION = /^(?:never|(?:\d+[dhms])+)$/;
const WHOLE = /^\d+$/;
const RATE = /^\d+\/\d*[dhms]$/;
const SIZE = /^\d+[KMG]?$/;
const YES_NO = /^(?:yes|no|true|false)$/;
const LIST_OF_TYPES = /^(?:d|b|t|tq|r|f|rb|rs)(?:,(?:d|b|t|tq|r|f|rb|rs))*$/;
const NAME = /^[A-Za-z0-9._-]+$/;
const PATH = /^\S+$/;

const ACCT_FILE: Readonly<Record<string, RegExp>> = {
  records: LIST_OF_TYPES,
  'move-to': PATH,
  'move-interval': DURATION,
  'max-size': SIZE,
  'delete-after': DURATION,
  'iso-times': YES_NO,
  'world-readable': YES_NO,
};

const DOMAIN: Readonly<Record<string, RegExp>> = {
  'smtp-pattern-list': NAME,
  'max-smtp-out': WHOLE,
  'backoff-max-smtp-out': WHOLE,
  'max-msg-rate': RATE,
  'backoff-max-msg-rate': RATE,
  'max-connect-rate': RATE,
  'backoff-max-connect-rate': RATE,
  'max-msg-per-connection': WHOLE,
  'max-errors-per-connection': WHOLE,
  'retry-after': DURATION,
  'backoff-retry-after': DURATION,
  'retry-recipients-after': DURATION,
  'bounce-after': DURATION,
  'backoff-to-normal-after': DURATION,
  'backoff-to-normal-after-delivery': YES_NO,
  'reenable-source-ip-after': DURATION,
};

const ACTION =
  /^(?:mode=(?:normal|backoff)|skip-mx|bounce-queue|bounce-rcpt|disable-source-ip|reenable-after=(?:\d+[dhms])+|defer-queue|backoff-to-normal-after=(?:\d+[dhms])+)$/;

/** Actions that only make sense straight after another. */
const ONLY_AFTER: Readonly<Record<string, string>> = {
  'reenable-after': 'disable-source-ip',
  'backoff-to-normal-after': 'mode=backoff',
};

export function readInclude(text: string): Include {
  const include: Include = {
    acctFiles: [],
    lists: new Map(),
    macros: new Map(),
    domains: new Map(),
    problems: [],
  };
  let block: { tag: string; directive: (name: string, value: string, line: number) => void } | undefined;

  text.split('\n').forEach((raw, index) => {
    const number = index + 1;
    const problem = (what: string) => include.problems.push(`line ${number}: ${what}: ${raw}`);
    if (!/^[\x20-\x7e]*$/.test(raw)) problem('not printable ASCII');
    const line = raw.replace(/#.*$/, '').trim();
    if (line === '') return;

    const closing = /^<\/([a-z-]+)>$/.exec(line);
    if (closing) {
      if (block?.tag !== closing[1]) problem('closes what is not open');
      block = undefined;
      return;
    }
    const opening = /^<([a-z-]+) (\S+)>$/.exec(line);
    if (opening) {
      if (block) problem('a block inside a block');
      block = open(opening[1] ?? '', opening[2] ?? '', include, problem);
      return;
    }
    const [, name = '', value = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
    if (block) block.directive(name, value, number);
    else if (name === 'domain-macro') readMacro(value, include, problem);
    else problem('unknown outside of a block');
  });

  if (block) include.problems.push(`the end: <${block.tag}> is not closed`);
  checkReferences(include);
  return include;
}

type Report = (what: string) => void;

function open(tag: string, name: string, include: Include, problem: Report) {
  switch (tag) {
    case 'acct-file': {
      const directives = new Map<string, string>();
      include.acctFiles.push({ path: name, directives });
      return { tag, directive: intoTable(ACCT_FILE, directives, include) };
    }
    case 'domain': {
      const directives = new Map<string, string>();
      if (include.domains.has(name)) problem('a second block of this domain');
      if (!/^(?:\*|\$[a-z0-9]+|(?:\*\.|\[\*\.\])?[a-z0-9.-]+)$/.test(name)) problem('no domain pattern');
      include.domains.set(name, directives);
      return { tag, directive: intoTable(DOMAIN, directives, include) };
    }
    case 'smtp-pattern-list': {
      const entries: PatternEntry[] = [];
      if (include.lists.has(name)) problem('a second list of this name');
      if (!NAME.test(name)) problem('no name');
      include.lists.set(name, entries);
      return {
        tag,
        directive: (directive: string, value: string, line: number) => {
          const entry = directive === 'reply' ? readEntry(value, line) : 'only reply is known in a list';
          if (typeof entry === 'string') include.problems.push(`line ${line}: ${entry}: ${value}`);
          else entries.push(entry);
        },
      };
    }
    default:
      problem('unknown block');
      return { tag, directive: () => undefined };
  }
}

function intoTable(known: Readonly<Record<string, RegExp>>, table: Map<string, string>, include: Include) {
  return (name: string, value: string, line: number) => {
    if (!known[name]?.test(value)) {
      include.problems.push(`line ${line}: not a directive and value: ${name} ${value}`);
    }
    if (table.has(name)) include.problems.push(`line ${line}: ${name} is set twice`);
    table.set(name, value);
  };
}

function readMacro(value: string, include: Include, problem: Report) {
  const [, name = '', list = ''] = /^([a-z0-9]+) ([a-z0-9.,-]+)$/.exec(value) ?? [];
  if (name === '') problem('no macro');
  if (include.macros.has(name)) problem('a second macro of this name');
  include.macros.set(name, list.split(','));
}

/** One entry; a sentence where it is none. `#` begins a comment wherever it stands, so it never gets here. */
function readEntry(value: string, line: number): PatternEntry | string {
  const parts = /^\/((?:[^/\\]|\\.)+)\/ ([a-z0-9=,-]+)$/.exec(value);
  if (!parts) return 'not /PATTERN/ ACTION, or an unescaped slash';
  const [, source = '', list = ''] = parts;
  if (/"/.test(source.replaceAll('\\"', ''))) return 'an unescaped quote';
  const actions = list.split(',');
  for (const [index, action] of actions.entries()) {
    if (!ACTION.test(action)) return `unknown action ${action}`;
    const needed = ONLY_AFTER[action.split('=')[0] ?? ''];
    if (needed !== undefined && !actions.slice(0, index).includes(needed)) {
      return `${action} without ${needed}`;
    }
  }
  try {
    return { expression: compile(source), actions, line };
  } catch (error) {
    return `does not compile (${String(error)})`;
  }
}

/** As PCRE would: `(?s)` in front lets a dot match a line end. */
function compile(source: string): RegExp {
  const dotAll = source.startsWith('(?s)');
  return new RegExp(dotAll ? source.slice(4) : source, dotAll ? 'is' : 'i');
}

function checkReferences({ lists, macros, domains, problems }: Include) {
  const claimed = new Set<string>();
  for (const [name, names] of macros) {
    for (const domain of names) {
      if (claimed.has(domain)) problems.push(`${domain} is in two macros`);
      claimed.add(domain);
      if (domains.has(domain)) problems.push(`${domain} is in macro ${name} and has a block`);
    }
  }
  for (const [name, directives] of domains) {
    if (name.startsWith('$') && macros.size > 0 && !macros.has(name.slice(1))) {
      problems.push(`${name} is no macro`);
    }
    const list = directives.get('smtp-pattern-list');
    if (list !== undefined && lists.size > 0 && !lists.has(list)) {
      problems.push(`${name} names no list: ${list}`);
    }
  }
}
