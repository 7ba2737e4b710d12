import type { Rule } from '../rule.ts';

export const microsoftRules: readonly Rule[] = [];
