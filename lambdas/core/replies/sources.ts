/**
 * The document that the project began with: what it says to do about each kind of 421 is kept. Notes of rules call it
 * the 421 Analysis.
 */
export const ANALYSIS_421 = 'PowerMTA 421 Deferral Code Analysis (Cloud Server for Email, 2025-09)';
