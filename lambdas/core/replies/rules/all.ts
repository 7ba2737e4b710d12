import type { Rule } from '../rule.ts';
import { appleRules } from './apple.ts';
import { codeRules } from './codes.ts';
import { gmailRules } from './gmail.ts';
import { microsoftRules } from './microsoft.ts';
import { yahooRules } from './yahoo.ts';

/** Every built-in rule; within one ISP the order is that in which they are tried. */
export const builtInRules: readonly Rule[] = [
  ...gmailRules,
  ...microsoftRules,
  ...yahooRules,
  ...appleRules,
  ...codeRules,
];
