/**
 * The largest of some members, at most so many; of two of the same size the one whose name comes first is larger.
 * Sorts only numbers; names are compared only among members as large as the last one kept.
 */
export function largest<Member>(
  members: readonly Member[],
  keep: number,
  sizeOf: (member: Member) => number,
  nameOf: (member: Member) => string,
): Set<Member> {
  if (members.length <= keep) return new Set(members);
  if (keep === 0) return new Set();
  const least = sizesOf(members, sizeOf).sort()[members.length - keep]!;
  const kept = members.filter((member) => sizeOf(member) > least);
  const asLarge = members.filter((member) => sizeOf(member) === least);
  // Sorted as strings alone: a comparison in JavaScript would take six times as long.
  const lastName = asLarge.map(nameOf).sort()[keep - kept.length - 1]!;
  return new Set([...kept, ...asLarge.filter((member) => nameOf(member) <= lastName)]);
}

/** Written out: `Float64Array.from` asks an iterator for each member, which takes ten times as long. */
function sizesOf<Member>(members: readonly Member[], sizeOf: (member: Member) => number): Float64Array {
  const sizes = new Float64Array(members.length);
  for (let index = 0; index < members.length; index++) sizes[index] = sizeOf(members[index]!);
  return sizes;
}
