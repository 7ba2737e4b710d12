import { createCatalogue } from '../replies/catalogue.ts';
import type { Catalogue } from '../replies/catalogue.ts';
import { defineRules } from '../replies/define-rules.ts';
import { normalise } from '../replies/normalise.ts';
import { parseReply } from '../replies/reply.ts';
import type { AdviceOverride, WordingRule } from '../replies/rule.ts';
import { builtInRules } from '../replies/rules/order.ts';
import { SettingsError } from '../settings.ts';
import type { Settings } from '../settings.ts';

type OwnRule = Settings['rules'][number];

/** A group that repeats without a small bound can backtrack without end. */
const REPEATED_GROUP = /\)(?:[+*]|\{\d+,\}|\{\d{2,})/;
/** Parts of a pattern that each may be ten characters or longer: every one multiplies what the others take. */
const MAX_WIDE = 3;

/** The built-in rules, with the operator's own in front. Throws a SettingsError that names every bad rule. */
export function catalogueFor(settings: Settings): Catalogue {
  return createCatalogue(builtInRules, compileOwnRules(settings.rules));
}

/**
 * Compiles the operator's own rules. Each must compile, must not be able to backtrack badly, and must match its own
 * examples before any rule in front of it does. Throws one SettingsError that names every problem.
 */
function compileOwnRules(rules: readonly OwnRule[]): readonly WordingRule[] {
  const problems: string[] = [];
  const compiled: WordingRule[] = [];
  const ids = new Set<string>();
  rules.forEach((rule, index) => {
    const where = `rules.${index} (${rule.id})`;
    if (ids.has(rule.id)) problems.push(`${where}: the id is used twice`);
    ids.add(rule.id);
    const made = compile(rule, where, problems);
    if (made !== undefined) compiled.push(made);
  });
  for (const rule of compiled) problems.push(...problemsWithExamples(rule, compiled));
  if (problems.length > 0) throw SettingsError.of(problems, 'the settings file');
  return compiled;
}

function compile(rule: OwnRule, where: string, problems: string[]): WordingRule | undefined {
  const { isp, pattern, examples, do: steps, avoid, ...stated } = rule;
  const wide = pattern.match(/(?<!\\)(?:[+*]|\{\d+,\}|\{\d*,\d{2,}\})/g)?.length ?? 0;
  if (REPEATED_GROUP.test(pattern) || /\\[1-9]/.test(pattern) || wide > MAX_WIDE) {
    problems.push(
      `${where}: the pattern could take very long on a hostile text; use fewer or shorter gaps, such as one .{0,80}`,
    );
    return undefined;
  }
  if (/(?<!\\)[A-Z]/.test(pattern)) {
    problems.push(`${where}: the pattern has capital letters, and replies are matched in lower case`);
    return undefined;
  }
  const [first, ...others] = examples;
  if (first === undefined) {
    problems.push(`${where}: at least one example is needed`);
    return undefined;
  }
  const advice = { ...adviceOf(steps), ...(avoid && { avoid }) };
  try {
    const definition = { ...stated, pattern: new RegExp(pattern), advice };
    return defineRules(isp, [{ ...definition, examples: [first, ...others] }])[0];
  } catch (error) {
    problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** The operator's steps; where the last says when to look again, it takes the place of the category's. */
function adviceOf(steps: readonly string[] | undefined): Pick<AdviceOverride, 'do' | 'lookAgain'> {
  const last = steps?.at(-1);
  if (last === undefined) return {};
  return /\blook again\b/i.test(last) ? { do: steps?.slice(0, -1), lookAgain: last } : { do: steps };
}

function problemsWithExamples(rule: WordingRule, all: readonly WordingRule[]): string[] {
  const tried = all.filter((other) => other.isp === '*' || rule.isp === '*' || other.isp === rule.isp);
  return rule.examples.flatMap((example) => {
    const words = normalise(parseReply(example.text, '').text);
    const first = tried.find((other) => other.pattern.test(words));
    if (first === rule) return [];
    const instead = first === undefined ? 'matches none of the rules' : `is taken by ${first.id} before it`;
    return [`rules (${rule.id}): its example "${example.text}" (read as "${words}") ${instead}`];
  });
}
