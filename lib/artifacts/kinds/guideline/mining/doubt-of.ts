import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/**
 * How doubtful the gold leaves a label: the share of its wordings' places that carry another label or none, by Laplace's rule of
 * succession, so that a label with few mentions is not taken for a sure one.
 */
export function doubtOf({
  label,
  mentions,
  ambiguous,
  unlabelled,
}: Pick<GuidelineEvidence, 'label' | 'mentions' | 'ambiguous' | 'unlabelled'>): number {
  const others = ambiguous.flatMap(({ labels }) => labels.filter((one) => one.label !== label))
  const elsewhere = others.reduce((sum, { count }) => sum + count, 0)
  const without = unlabelled.reduce((sum, { count }) => sum + count, 0)
  const against = elsewhere + without
  return (against + 1) / (mentions + against + 2)
}
