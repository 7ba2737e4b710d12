import type { Rule } from '../rule.ts';

export const appleRules: readonly Rule[] = [];
