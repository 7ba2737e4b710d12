import { printableJson } from '../../terminal.ts';
import { documentOf } from './document.ts';
import type { Report } from './document.ts';

/** A report as JSON, hour by hour and alert by alert: a large report is never held as one text. */
export function* reportJson(report: Report): Generator<string, void, undefined> {
  let before = '{';
  for (const [name, list] of Object.entries(documentOf(report))) {
    yield `${before}\n  "${name}": [`;
    yield* jsonItems(list as readonly unknown[]);
    before = '],';
  }
  yield ']\n}\n';
}

function* jsonItems(list: readonly unknown[]): Generator<string, void, undefined> {
  for (const [index, item] of list.entries()) {
    const indented = printableJson(item, 2).replaceAll('\n', '\n    ');
    yield `${index === 0 ? '' : ','}\n    ${indented}`;
  }
  if (list.length > 0) yield '\n  ';
}
