/*
 * What TypeScript finds in the compiled kernel (../exports.ts). The files of this folder are AssemblyScript, compiled to
 * WebAssembly by `npm run kernel`, which writes ../binary.ts.
 */

export { countIfKnown, countKnownRows, locate, useBounds } from './count-rows';
export { hashOfRecipient, hashOfReply } from './fields';
export { findHour, forgetHours, learnHour } from './hour';
export { addJudgement, forgetJudgements } from './judgements';
export { addKind, countDelivery, forgetKinds, kindCount, learnIsp, takeDelivered } from './kinds';
export { findDomain, findHost, findQueue, findSource, forgetNames, learnName } from './names';
export { forgetPairs, pairCount } from './pairs';
export { findReply, forgetReplies, learnReply } from './replies';
export { forgetTypes, learnIgnored, learnOutcome } from './row-types';
export { scan } from './scan';
