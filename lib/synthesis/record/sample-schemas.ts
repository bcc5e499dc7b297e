import type { Draw } from '@/lib/synthesis/make-draw'
import type { SchemaSampling } from '@/lib/synthesis/model'

/** How labels are drawn for one task form. */
export type LabelSampling = Omit<SchemaSampling, 'splitNum'> & { splitNum: number }

/** What labels are drawn from: those that may be asked for, those that the gold has, and which are taken for which. */
export type LabelSource = {
  labels: readonly string[]
  present: readonly string[]
  confusions: ReadonlyMap<string, readonly string[]>
}

/**
 * The label lists that one copy of an instance is asked about, an instruction for each, as IEPile samples them (Gui et al.,
 * ACL 2024, section 3.2): the labels of the gold, those that are taken for them, and a few others, in lists of `splitNum`; what
 * remains is a list of its own from half that size on, and otherwise joins the last. Without gold, labels are drawn at random.
 * With `bucketing` (KAG's polling of labels) each list has one label of the gold at most, among those it is taken for.
 */
export function sampleSchemas(draw: Draw, from: LabelSource, sampling: LabelSampling): string[][] {
  const present = from.present.filter((label) => from.labels.includes(label))
  if (present.length === 0)
    return splitLists(order(draw, drawAbsent(draw, from, sampling), sampling), sampling)
  if (sampling.bucketing) return bucketLists(draw, { ...from, present }, sampling)
  const hard = sampling.hardNegatives ? hardNegatives(from, present) : []
  const rest = from.labels.filter((label) => !present.includes(label) && !hard.includes(label))
  const others = draw.take(rest, sampling.others)
  return splitLists(order(draw, [...present, ...hard, ...others], sampling), sampling)
}

/**
 * Lists of labels that the gold does not have, those first that are taken for its own: instructions whose right answer is empty.
 * Empty when the gold has every label.
 */
export function sampleAbsentSchemas(draw: Draw, from: LabelSource, sampling: LabelSampling): string[][] {
  if (from.present.length === 0) return sampleSchemas(draw, from, sampling)
  const hard = sampling.hardNegatives ? hardNegatives(from, from.present) : []
  const rest = from.labels.filter((label) => !from.present.includes(label) && !hard.includes(label))
  const others = draw.take(rest, Math.max(sampling.others, hard.length ? 0 : 1))
  return splitLists(order(draw, [...hard, ...others], sampling), sampling)
}

/** Labels that are easily taken for those of the gold, and are not in it. */
function hardNegatives({ labels, confusions }: LabelSource, present: readonly string[]): string[] {
  return labels.filter(
    (label) => !present.includes(label) && present.some((own) => confusions.get(own)?.includes(label)),
  )
}

/** As many labels as would come up by chance, at least one: Binomial(labels, negativeRate / 2). */
function drawAbsent(draw: Draw, { labels, present }: LabelSource, { negativeRate }: LabelSampling): string[] {
  const absent = labels.filter((label) => !present.includes(label))
  const count = absent.filter(() => draw.fraction() < negativeRate / 2).length
  return draw.take(absent, Math.max(1, count))
}

function bucketLists(draw: Draw, from: LabelSource, sampling: LabelSampling): string[][] {
  const absent = from.labels.filter((label) => !from.present.includes(label))
  const size = sampling.splitNum > 0 ? sampling.splitNum : 1 + sampling.others
  return draw.take(from.present, from.present.length).map((label) => {
    const hard = draw.take(
      hardNegatives(from, [label]).filter((one) => !from.present.includes(one)),
      size - 1,
    )
    const rest = absent.filter((one) => !hard.includes(one))
    return order(draw, [label, ...hard, ...draw.take(rest, size - 1 - hard.length)], sampling)
  })
}

function order(draw: Draw, labels: readonly string[], sampling: LabelSampling): string[] {
  return sampling.order === 'sorted' ? [...labels].sort() : draw.take(labels, labels.length)
}

/** Lists of `splitNum`; a remainder smaller than half of it (and at least one) joins the list before. */
function splitLists(labels: readonly string[], { splitNum }: LabelSampling): string[][] {
  if (labels.length === 0) return []
  if (splitNum < 1 || labels.length <= splitNum) return [[...labels]]
  const lists: string[][] = []
  for (let at = 0; at < labels.length; at += splitNum) lists.push(labels.slice(at, at + splitNum))
  const last = lists.at(-1)!
  if (last.length >= Math.max(1, splitNum / 2)) return lists
  lists.pop()
  lists.at(-1)!.push(...last)
  return lists
}
