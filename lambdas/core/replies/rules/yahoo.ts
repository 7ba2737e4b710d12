import type { Rule } from '../rule.ts';

export const yahooRules: readonly Rule[] = [];
