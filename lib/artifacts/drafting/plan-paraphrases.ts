import { aboutCorpus, type DescribedCorpus, namedLabel } from '@/lib/artifacts/drafting/describe-corpus'
import { type Approved, findApproved } from '@/lib/artifacts/drafting/find-approved'
import { writtenGuideline } from '@/lib/artifacts/kinds/guideline/asking/guideline-input'
import { type GuidelineContent, MOST_PARAPHRASES } from '@/lib/artifacts/kinds/guideline/content'
import type { PastDecision } from '@/lib/artifacts/lessons/model'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import type { Again } from '@/lib/artifacts/model'
import { phraseLanguages } from '@/lib/tasks/model'

/** So many further wordings of each language are enough, unless more are asked for. */
const ENOUGH = 2

type Guideline = Approved<'guideline'>

/** The approved guidelines that want further wordings. Where a newer draft waits, that one is decided first. */
export async function findToReword(
  corpus: DescribedCorpus,
  { labels, again }: { labels: string[] | undefined; again: Again },
): Promise<{ open: Guideline[]; left: number }> {
  const all = await findApproved(corpus, { kind: 'guideline', keys: labels ?? null })
  const open = all.filter(
    ({ isNewest, content }) => isNewest && Object.values(wantedOf(content, again)).some((count) => count > 0),
  )
  return { open, left: all.length - open.length }
}

/** What a model is asked for one of them. Only decisions about wordings are told. */
export async function rewordingInput(
  corpus: DescribedCorpus,
  of: { guideline: Guideline; again: Again; past: readonly PastDecision[] },
) {
  const { content, key } = of.guideline
  const about = { kind: 'guideline', corpusId: corpus.id, key }
  const isAboutWording = (line: string) => line.startsWith('paraphrases.')
  const past = of.past
    .map((one) => ({
      ...one,
      before: one.before.filter(isAboutWording),
      after: one.after.filter(isAboutWording),
    }))
    .filter(({ verdict, after, before }) => (verdict === 'edit' ? after.length > 0 : before.length > 0))
  const { lessons, decisionIds } = await selectLessons(past, about)
  const input = {
    ...aboutCorpus(corpus),
    label: namedLabel(corpus, key),
    guideline: writtenGuideline(content),
    wanted: wantedOf(content, of.again),
    known: content.paraphrases,
    lessons,
  }
  return { input, options: { about, decisionIds } }
}

function wantedOf({ paraphrases }: GuidelineContent, again: Again): { en: number; zh: number } {
  const most = again === 'all' ? MOST_PARAPHRASES : ENOUGH
  const missing = (language: 'en' | 'zh') => Math.max(0, most - paraphrases[language].length)
  return { en: missing('en'), zh: missing('zh') }
}

/** The guideline with further wordings behind those that it has; none that says what is said already. */
export function withWordings(
  content: GuidelineContent,
  added: Partial<GuidelineContent['paraphrases']>,
): GuidelineContent {
  const paraphrases = { ...content.paraphrases }
  for (const language of phraseLanguages) {
    const said = [content.definition, ...paraphrases[language], ...(added[language] ?? [])]
    paraphrases[language] = [...new Set(said.map((text) => text.trim()))].slice(1, 1 + MOST_PARAPHRASES)
  }
  return { ...content, paraphrases }
}
