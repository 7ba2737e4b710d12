import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import type { Explanation } from '../../lambdas/core/explain.ts';
import type { Stance } from '../../lambdas/core/replies/category.ts';
import { printable } from '../../lambdas/core/text/printable.ts';
import { SCOPE_WORDS } from '../../lambdas/core/text/words.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from './text-style.ts';

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  patience: 'patience: normal, wait',
  intervention: 'intervention: a person must act',
};

/** An explanation for a person: every part has its heading in words, so that it is as clear without colours. */
export function explanationText(
  explanation: Explanation,
  { columns, colours }: Pick<Terminal, 'columns' | 'colours'>,
): string {
  const paint = pc.createColors(colours);
  const stance = explanation.stance === 'intervention' ? paint.red : paint.green;
  const codes = [explanation.code, explanation.enhancedCode].filter((code) => code !== null).join(' ');

  const heading = `${paint.bold(printable(explanation.isp))}${codes === '' ? '' : ` ${codes}`}: ${explanation.category}`;
  const facts = [
    stance(paint.bold(STANCE_WORDS[explanation.stance])),
    ...(explanation.scope === null ? [] : [`blames ${SCOPE_WORDS[explanation.scope]}`]),
    paint.dim(`rule ${printable(explanation.rule)}`),
  ];
  const oneLine = facts.join(' | ');
  const lines = [heading, ...(stripVTControlCharacters(oneLine).length > columns ? facts : [oneLine])];

  const section = (title: string, body: readonly string[]) => {
    if (body.length > 0) lines.push('', paint.bold(title), ...body);
  };
  const paragraph = (text: string, mark = '') => wrap(`  ${mark}${printable(text)}`, columns, mark.length);
  const steps = (texts: readonly string[]) => texts.map((text, index) => paragraph(text, `${index + 1}. `));
  const points = (texts: readonly string[]) => texts.map((text) => paragraph(text, '- '));

  section('What it means', [paragraph(explanation.meaning)]);
  section('Do', steps(explanation.do));
  section('Avoid', points(explanation.avoid));
  section('If it lasts longer than two hours', steps(explanation.persistent));
  section(
    "Commands (with your row's own queue and IP in place of DOMAIN/VMTA and IP)",
    explanation.commands.map((command) => `  ${paint.cyan(printable(command))}`),
  );
  section('Source', [paragraph(explanation.source)]);
  return `${lines.join('\n')}\n`;
}
