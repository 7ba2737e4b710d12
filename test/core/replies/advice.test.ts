import { describe, expect, test } from 'vitest';
import { adviceFor } from '../../../lambdas/core/replies/advice.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { CATEGORIES, STANCES, stanceOf } from '../../../lambdas/core/replies/category.ts';
import type { Category, Stance } from '../../../lambdas/core/replies/category.ts';
import type { Advice, Meaning } from '../../../lambdas/core/replies/rule.ts';
import { isKnownCommand, KNOWN_DIRECTIVES, stopsMail } from '../powermta/known-commands.ts';

const rules = createCatalogue().rules;

/** A meaning without advice of its own, for what the categories say. */
function plainRule(category: Category, stance: Stance = stanceOf(category)): Meaning {
  return {
    id: 'test.plain',
    isp: '*',
    category,
    stance,
    scope: null,
    meaning: 'Plain.',
    source: 'this test',
  };
}

const everyAdvice: [string, Meaning, Advice][] = [
  ...CATEGORIES.flatMap((category) => STANCES.map((stance) => plainRule(category, stance))).map(
    (rule): [string, Meaning, Advice] => [`${rule.category}, ${rule.stance}`, rule, adviceFor(rule)],
  ),
  ...rules.map((rule): [string, Meaning, Advice] => [rule.id, rule, adviceFor(rule)]),
];

function sentences({ do: steps, avoid, persistent }: Advice): string[] {
  return [...steps, ...avoid, ...persistent];
}

describe.each(everyAdvice)('the advice for %s', (_name, _rule, advice) => {
  test('says what the reply means, what to do, avoid and do later, and its source', () => {
    expect(advice.meaning).not.toBe('');
    expect(advice.do.length).toBeGreaterThan(1);
    expect(advice.avoid.length).toBeGreaterThan(0);
    expect(advice.persistent.length).toBeGreaterThan(0);
    expect(advice.source).not.toBe('');
  });

  test('speaks in whole sentences that end', () => {
    for (const sentence of sentences(advice)) expect(sentence).toMatch(/^["'A-Z0-9[].*[.)]$/s);
  });

  test('says when to look again, with a duration', () => {
    const again = advice.do.filter((step) => /look again/i.test(step));
    expect(again.length).toBeGreaterThan(0);
    expect(again.join(' ')).toMatch(/\b(?:\d+|one|two) (?:minutes?|hours?|days?)\b/);
  });

  test('uses only commands that PowerMTA has, and none that undoes another', () => {
    for (const commands of [advice.commands, advice.persistentCommands ?? []]) {
      for (const command of commands) expect(command).toSatisfy(isKnownCommand);
      const undone = commands.filter((command) => /resume|enable source|--mode=normal/.test(command));
      expect(undone.filter((command) => !command.includes('disable source'))).toEqual([]);
    }
  });

  test('gives what its steps say of a queue without a condition as a command to paste', () => {
    const { commands, persistentCommands = commands } = advice;
    for (const [steps, toPaste] of [
      [advice.do, commands],
      [advice.persistent, persistentCommands],
    ] as const) {
      const said = steps
        .filter((step) => !/^(?:Only )?[Ii]f /.test(step))
        .flatMap((step) => step.match(/pmta (?:pause queue|set queue --mode=backoff)/g) ?? []);
      for (const command of said) expect(toPaste).toContain(`${command} {queue}`);
    }
  });

  test('names only directives that PowerMTA has', () => {
    const named = sentences(advice)
      .join(' ')
      .match(/\b(?:backoff|max|retry|source-ip|reenable|bounce)(?:-[a-z]+){1,4}\b/g);
    for (const name of named ?? []) {
      expect([...KNOWN_DIRECTIVES, 'bounce-queue', 'source-ip', 'back-off']).toContain(name);
    }
  });

  test('never says to bounce a deferred queue', () => {
    expect(advice.commands.join('\n')).not.toMatch(/bounce|delete/);
    expect([...advice.do, ...advice.persistent].join(' ')).not.toMatch(/bounce-queue/);
  });
});

describe.each(everyAdvice.filter(([, rule]) => rule.stance === 'patience'))(
  'the patience of %s',
  (_name, _rule, advice) => {
    test('stops nothing', () => {
      expect(advice.commands.filter(stopsMail)).toEqual([]);
      expect(advice.do.join(' ')).not.toMatch(
        /\b(?:stop sending|pause the queue|pmta pause|disable source)\b/i,
      );
    });

    test('warns against more connections', () => {
      expect(advice.avoid.join(' ')).toMatch(/max-smtp-out|connections|faster|at once/);
    });
  },
);

describe('advice that could do harm', () => {
  test.each(everyAdvice.filter(([, , advice]) => JSON.stringify(advice).includes('disable source')))(
    '%s says what resting an IP does to its mail',
    (_name, _rule, advice) => {
      const words = sentences(advice).join(' ');
      expect(words).toMatch(/other IPs/);
      expect(words).toMatch(/pmta show disabled sources/);
      expect(words).toMatch(/stall/);
    },
  );

  test.each(
    everyAdvice.filter(([, , advice]) =>
      [...advice.commands, ...(advice.persistentCommands ?? [])].some((command) =>
        command.includes('--mode=backoff {'),
      ),
    ),
  )('%s says what backoff needs to slow down and to end', (_name, _rule, advice) => {
    const words = sentences(advice).join(' ');
    expect(words).toMatch(/backoff-max-msg-rate/);
    expect(words).toMatch(/backoff-to-normal-after/);
  });
});

describe('the right and the wrong response of the four types of 421', () => {
  test('rate limit: the ordinary retry, no more connections', () => {
    const advice = adviceFor(plainRule('rate-limit'));
    expect(advice.do[0]).toMatch(/retry at its own interval/);
    expect(advice.avoid.join(' ')).toMatch(/Raising max-smtp-out.*worse/);
  });

  test('reputation: half the volume and the spam rate, not faster', () => {
    const advice = adviceFor(plainRule('reputation'));
    expect(advice.do.join(' ')).toMatch(/volume by half.*spam and complaint rate/s);
    expect(advice.avoid.join(' ')).toMatch(/more connections or sending faster/);
  });

  test('policy block: four hours of silence from that IP, no retrying from it', () => {
    const advice = adviceFor({ ...plainRule('policy-block'), scope: 'ip' });
    expect(advice.do[0]).toMatch(/Stop sending from the IP.*4 hours/);
    expect(advice.avoid[0]).toMatch(/retries from the same IP/);
  });

  test('authentication: fix SPF, DKIM and DMARC, no retrying before', () => {
    const advice = adviceFor(plainRule('authentication'));
    expect(advice.do.join(' ')).toMatch(/SPF.*DKIM.*DMARC/s);
    expect(advice.avoid[0]).toMatch(/Retrying without fixing/);
  });

  test('authentication: slows the whole queue down only if most of its mail fails', () => {
    const advice = adviceFor(plainRule('authentication'));
    expect(advice.do.join(' ')).toMatch(/Only if that domain is most of the queue's mail.*--mode=backoff/);
    expect(advice.commands.join(' ')).not.toMatch(/backoff|pause/);
  });
});

describe('advice goes no further than the reply', () => {
  const adviceOn = (id: string): Advice => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined) throw new Error(`no rule ${id}`);
    return adviceFor(rule);
  };

  test.each(['gmail.not-allow-listed', 'gmail.domain-policy', 'microsoft.organisation-rule'])(
    '%s: one customer refuses, so that nothing stops at the provider',
    (id) => {
      const { do: steps, avoid, commands } = adviceOn(id);
      expect(commands.filter(stopsMail)).toEqual([]);
      expect(steps.join(' ')).toMatch(/administrator of that domain/);
      expect(avoid.join(' ')).toMatch(/Stopping the mail to the whole provider/);
    },
  );

  test('a mailbox that does not exist has bounced, and many of them count against the sender', () => {
    const said = sentences(adviceOn('generic.mailbox.unknown')).join(' ');
    expect(said).toMatch(/\(5xx\) because it does not exist off the list/);
    expect(said).not.toMatch(/does not count against/);
  });

  test('a link is blamed: the mail that links there rests, the other mail continues', () => {
    expect(adviceOn('gmail.unusual-rate.url-domain').do[0]).toMatch(/every job that links to it/);
  });

  test('an IP that T-Online does not know becomes known by asking, not by sending less', () => {
    const { do: steps, commands } = adviceOn('t-online.unknown-ip');
    expect(steps.join(' ')).toMatch(/tobr@rx\.t-online\.de/);
    expect(commands[0]).toBe('pmta pause queue {queue}');
  });
});

describe("one recipient's limit", () => {
  test('asks nothing of the sender, not even at Gmail', () => {
    const advice = adviceFor({ ...plainRule('rate-limit'), scope: 'recipient' }, 'gmail');
    expect(advice).toEqual({ ...adviceFor(plainRule('recipient')), meaning: 'Plain.' });
    expect(advice.do[0]).toMatch(/^Do nothing/);
  });
});

describe('what an ISP adds', () => {
  test.each([
    ['gmail', 'reputation', /postmaster\.google\.com/],
    ['gmail', 'reputation', /^As Google asks.*10 minutes, then open a single connection/],
    ['outlook', 'policy-block', /SNDS.*JMRP/],
    ['yahoo', 'reputation', /Sender Hub.*Feedback Loop/],
    ['yahoo', 'authentication', /Sender Hub.*DKIM and SPF/],
    ['apple', 'policy-block', /icloudadmin@apple\.com/],
  ] as const)('%s, %s', (isp, category, words) => {
    expect(adviceFor(plainRule(category), isp).do.join(' ')).toMatch(words);
  });

  test('comes later if waiting is right', () => {
    const advice = adviceFor(plainRule('reputation', 'patience'), 'yahoo');
    expect(advice.do.join(' ')).not.toMatch(/Sender Hub/);
    expect(advice.persistent[0]).toMatch(/Sender Hub/);
  });

  test('does not reach other ISPs', () => {
    expect(adviceFor(plainRule('reputation'), 'nobody')).toEqual(adviceFor(plainRule('reputation')));
  });
});

describe("a rule's own words", () => {
  test('take the place of the category’s, part by part', () => {
    const rule = { ...plainRule('reputation'), advice: { avoid: ['Do not do this.'] } };
    const advice = adviceFor(rule);
    expect(advice.avoid).toEqual(['Do not do this.']);
    expect(advice.do).toEqual(adviceFor(plainRule('reputation')).do);
  });

  test('keep the step that says when to look again', () => {
    const own = adviceFor({ ...plainRule('reputation'), advice: { do: ['Do this.'] } });
    expect(own.do).toEqual(['Do this.', expect.stringMatching(/^Look again after/)]);
    const lookAgain = 'Look again after 5 minutes.';
    const timed = adviceFor({ ...plainRule('reputation'), advice: { do: ['Do this.'], lookAgain } });
    expect(timed.do).toEqual(['Do this.', lookAgain]);
  });

  test.each([
    ['that backoff needs limits, in what to do', 'reputation', 'do', null, /^Backoff without/],
    ['that resting moves the mail, in what to avoid', 'policy-block', 'avoid', 'ip', /^Resting an IP/],
  ] as const)('do not hide %s', (_warning, category, part, scope, words) => {
    const said = (advice: Partial<Advice>) => adviceFor({ ...plainRule(category), scope, advice }).avoid;
    expect(said({ [part]: ['Own words.'] }).at(-1)).toMatch(words);
    expect(said({ persistent: ['Own words.'] })).not.toContainEqual(expect.stringMatching(words));
    expect(said({ [part]: ['Own words.'], commands: ['pmta reload'] })).not.toContainEqual(
      expect.stringMatching(words),
    );
  });
});

/** Rules of this category whose meaning leaves open, or says, that a name of the host is at fault. */
const NAMES_A_HOST =
  /PTR|reverse (?:DNS )?name|reverse DNS|HELO|IPv6|valid name in DNS|address, name or session|Cox cannot verify/;

describe('what is no matter of the host’s name', () => {
  const others = rules.filter(
    ({ category, meaning }) => category === 'configuration' && !NAMES_A_HOST.test(meaning),
  );

  test.each(others)('$id does not send the operator to the PTR record', (rule) => {
    const { do: steps, persistent } = adviceFor(rule);
    expect([...steps, ...persistent].filter((step) => /PTR|HELO/.test(step))).toEqual([]);
  });
});

test('what a meaning names is not what its advice says to leave alone', () => {
  const named = rules.filter(({ meaning }) => /PTR|reverse (?:DNS )?name|reverse DNS|HELO/.test(meaning));
  expect(named.length).toBeGreaterThan(10);
  for (const rule of named) {
    expect(
      adviceFor(rule).avoid.filter((text) => /Looking for the cause in .*(?:PTR|HELO)/.test(text)),
    ).toEqual([]);
  }
});

test('a block of a network does not send its mail to the neighbours', () => {
  const { do: steps, commands } = adviceFor({ ...plainRule('policy-block'), scope: 'netblock' });
  expect(steps[0]).toContain('from the network that the reply names');
  expect(commands.filter((command) => command.includes('disable source'))).toEqual([]);
});

test('a refusal that blames nothing does not say that the reply names an IP', () => {
  for (const scope of [null, 'recipient'] as const) {
    const { do: steps, persistent } = adviceFor({ ...plainRule('policy-block'), scope });
    expect([...steps, ...persistent].filter((step) => /from the IP\b/.test(step))).toEqual([]);
  }
  const ofIp = adviceFor({ ...plainRule('policy-block'), scope: 'ip' });
  expect(ofIp.do[0]).toContain('from the IP that the reply names');
});
