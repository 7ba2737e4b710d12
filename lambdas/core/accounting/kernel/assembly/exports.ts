/*
 * What TypeScript finds in the compiled kernel (../exports.ts). The files of this folder are AssemblyScript, compiled to
 * WebAssembly by `npm run kernel`, which writes ../binary.ts.
 */

export { countIfKnown, countKnownRows, locate, useLimits } from './count-rows';
export { hashOfRecipient, hashOfReply } from './fields';
export { forgetHour, isInHour, useHour } from './hour';
export { addJudgement, forgetJudgements, pairCount } from './judgements';
export { addKind, countDelivery, forgetKinds, kindCount, learnIsp, takeDelivered } from './kinds';
export { findDomain, findHost, findQueue, findSource, forgetNames, learnName } from './names';
export { findReply, forgetReplies, learnReply } from './replies';
export { forgetTypes, learnIgnored, learnOutcome } from './row-types';
export { scan } from './scan';
