import { withPlaceholders } from './powermta/commands.ts';
import type { Directory } from './receivers/directory.ts';
import { OTHER } from './receivers/isp.ts';
import type { IspId } from './receivers/isp.ts';
import { adviceFor } from './replies/advice.ts';
import type { Catalogue } from './replies/catalogue.ts';
import type { Category, Scope, Stance } from './replies/category.ts';
import { normalise } from './replies/normalise.ts';
import { parseReply } from './replies/reply.ts';
import type { Reply, Rule } from './replies/rule.ts';
import { ispsOf } from './replies/speaker.ts';
import { builtInWeighedWords } from './replies/weighed-words/weighed-words.ts';

/** What one reply means and what to do about it. Shape and order are contract (docs/for-programs.md). */
export interface Explanation {
  isp: IspId;
  code: number | null;
  enhancedCode: string | null;
  rule: string;
  category: Category;
  stance: Stance;
  scope: Scope | null;
  meaning: string;
  do: readonly string[];
  avoid: readonly string[];
  /** What to do once it has lasted longer than two hours. */
  persistent: readonly string[];
  /** With `DOMAIN/VMTA` and `IP` in place of names. */
  commands: readonly string[];
  source: string;
}

/** The heaviest of the words that were weighed: a person sees at once whether they mean what was made of them. */
function heaviestWords({ basis, category }: Rule, text: string): string {
  const heaviest = basis === 'weighed-words' ? builtInWeighedWords().heaviest(normalise(text), category) : [];
  return heaviest.length === 0
    ? ''
    : ` The words that counted most: ${heaviest.map((word) => `“${word}”`).join(', ')}.`;
}

const BOUNCED =
  'PowerMTA does not try a 5xx again (a greeting only with bounce-upon-5xx-greeting no): this message has bounced if its row has the type b. What follows is for the mail after it.';

/** Whether the advice is to wait, while the message itself is gone; whose recipient does not exist need not be told. */
function isLost({ code }: Reply, { stance, category }: Rule): boolean {
  return code !== null && code >= 500 && stance === 'patience' && category !== 'recipient';
}

/** An unknown receiver is `other`, even if the reply is in the words of a known provider. */
function isStranger(receiver: string, directory: Directory): boolean {
  return receiver.trim() !== '' && directory.named(receiver).length === 0;
}

/**
 * Explains a reply. It never fails: a text that no rule knows is `unclassified`.
 *
 * @param receiver ISP id or common name, domain or MX host of the receiver; empty if unknown:
 *   then a reply that names its provider is taken at its word, and that provider is the `isp`
 * @param text the reply as it was logged, with or without `smtp;`
 */
export function explain(
  receiver: string,
  text: string,
  catalogue: Catalogue,
  directory: Directory,
): Explanation {
  const reply = parseReply(text, '');
  const isps = ispsOf(receiver, reply, directory);
  const rule = catalogue.classify(isps, reply);
  const answered = isps.includes(rule.isp) ? rule.isp : (isps[0] ?? OTHER);
  const isp = isStranger(receiver, directory) ? OTHER : answered;
  const advice = adviceFor(rule, isp);
  return {
    isp,
    code: reply.code,
    enhancedCode: reply.enhancedCode,
    rule: rule.id,
    category: rule.category,
    stance: rule.stance,
    scope: rule.scope,
    meaning: advice.meaning + heaviestWords(rule, reply.text),
    do: isLost(reply, rule) ? [BOUNCED, ...advice.do] : advice.do,
    avoid: advice.avoid,
    persistent: advice.persistent,
    commands: advice.commands.map(withPlaceholders),
    source: rule.source,
  };
}
