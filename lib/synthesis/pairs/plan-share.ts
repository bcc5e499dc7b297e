/** The chance of a pair to be taken, so that pairs make the share that is wanted of all; where there are too few, all are. */
export function planShare(
  share: number | null,
  { pairs, others }: { pairs: number; others: number },
): number {
  if (share === null || share === 1 || pairs === 0 || others === 0) return 1
  return Math.min(1, (share * others) / ((1 - share) * pairs))
}
