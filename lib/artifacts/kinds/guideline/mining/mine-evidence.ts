import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { assembleEvidence } from '@/lib/artifacts/kinds/guideline/mining/assemble-evidence'
import { findMiner } from '@/lib/artifacts/kinds/guideline/mining/find-miner'
import { GoldGatherer } from '@/lib/artifacts/kinds/guideline/mining/gold-gatherer'
import { GoldSurvey } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'
import { type GoldInstance, readGold } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { scriptOf, taskFormSchema } from '@/lib/tasks/model'

type MinedCorpus = { id: string; name: string; taskForm: string; language: string; instanceCount: number }

/**
 * What the gold of a corpus says about each label: one pass to see what there is, one to gather the mentions behind it,
 * both for all labels at once and in memory that does not grow with the corpus. The answer makes a label's evidence when
 * asked for it; `undefined` when the gold has no mention of that label.
 */
export async function mineEvidence(
  corpus: MinedCorpus,
  options: {
    labels: string[]
    onProgress?: (now: { pass: number; read: number; total: number }) => Promise<void>
    /** Where the gold comes from, twice: the corpus' rows unless said otherwise. */
    pages?: () => AsyncIterable<GoldInstance[]>
  },
): Promise<(label: string) => GuidelineEvidence | undefined> {
  const form = taskFormSchema.parse(corpus.taskForm)
  const miner = findMiner(form)
  if (!miner) return () => undefined
  const script = scriptOf(corpus.language)
  const look = miner.firstLook(script)
  const pages = options.pages ?? (() => readGold(corpus.id))
  const total = corpus.instanceCount
  const eachInstance = async (pass: number, see: (instance: GoldInstance) => void) => {
    let read = 0
    for await (const page of pages()) {
      for (const instance of page) see(instance)
      read += page.length
      await options.onProgress?.({ pass, read, total })
    }
  }
  const survey = new GoldSurvey(look, options.labels.length)
  await eachInstance(1, (instance) => survey.add(instance))
  const labels = options.labels.filter((label) => survey.totalsOf(label).mentions > 0)
  const gatherer = new GoldGatherer({ miner, look, script, survey, labels })
  await eachInstance(2, (instance) => gatherer.add(instance))
  return (label) =>
    labels.includes(label) ? assembleEvidence(label, { corpus, form, survey, gatherer }) : undefined
}
