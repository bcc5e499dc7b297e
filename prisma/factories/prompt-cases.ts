import type { Prompt } from '@/lib/calls/prompts/model'
import type { Figure, Lessons } from '@/lib/calls/prompts/schema'
import {
  aboutCorpus,
  namedLabels,
  type SmallCorpus,
  samplesOf,
  smallCorpora,
} from '@/prisma/factories/prompt-inputs'
import { taxonomyInputs } from '@/prisma/factories/taxonomy-cases'
import { annotateUnderRule } from '@/prompts/annotate-under-rule/contract'
import { draftGuideline } from '@/prompts/draft-guideline/contract'
import { judgeDraft } from '@/prompts/judge-draft/contract'
import { paraphraseGuideline } from '@/prompts/paraphrase-guideline/contract'
import { proposeFormats } from '@/prompts/propose-formats/contract'
import { proposeRules } from '@/prompts/propose-rules/contract'
import { translateText } from '@/prompts/translate-text/contract'

export type PromptCase = { prompt: Prompt; input: unknown; corpus: SmallCorpus }

/**
 * Every prompt, asked in both languages: those about corpora of a corpus of every form, those of a taxonomy beside the corpora of general
 * instructions, to which their answers belong. `strange`: words that stand in every text that an input can
 * carry from a corpus, a label, a person's edit or an earlier draft.
 */
export function promptCases(strange = ''): PromptCase[] {
  return smallCorpora(strange).flatMap((corpus) => casesOf(corpus, strange))
}

function casesOf(corpus: SmallCorpus, strange: string): PromptCase[] {
  const { form, language, rows } = corpus
  const about = { ...aboutCorpus(corpus), corpus: { name: `Harbour news ${strange}`, language } }
  const [label, ...confusable] = namedLabels(corpus).map((one) => ({
    ...one,
    names: { en: strange || null, zh: strange || null },
  }))
  const lessons: Lessons = {
    examples: [{ before: `A party. ${strange}`, after: `A party that puts up candidates. ${strange}` }],
    avoid: [`Too vague. ${strange}`],
  }
  const guideline = {
    label: label!.label,
    definition: `A party that puts up candidates. ${strange}`,
    includes: [`Acronyms count. ${strange}`],
    excludes: [`Governments. ${strange}`],
  }
  const [samples, figures] = [samplesOf(corpus), figuresOf(strange)]
  const wide = { ...about, labels: [label!, ...confusable], guidelines: [guideline], figures, samples }
  const lines = [
    { field: 'definition', line: 0, text: guideline.definition },
    { field: 'includes', line: 0, text: `“Nowhere” counts. ${strange}` },
  ]
  const statements = { en: 'Leave out articles', zh: '冠词不标' }
  const rule = { statement: `${statements[language]}. ${strange}`, labels: [] }
  const [from, to] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const asked: [Prompt, unknown][] = [
    [
      draftGuideline as Prompt,
      {
        ...about,
        label,
        confusable,
        others: confusable,
        figures,
        samples,
        contrasts: samples,
        before: guideline,
        lessons,
      },
    ],
    [
      paraphraseGuideline as Prompt,
      { ...about, label, guideline, wanted: { en: 2, zh: 1 }, known: { en: [strange], zh: [] }, lessons },
    ],
    [proposeRules(form) as Prompt, { ...wide, known: [`Give no articles. ${strange}`], wanted: 3, lessons }],
    [
      annotateUnderRule(form) as Prompt,
      {
        ...about,
        rule,
        guidelines: [guideline],
        text: rows[0]!.text,
        gold: rows[0]!.gold,
        labels: corpus.labels,
        lessons,
      },
    ],
    [
      proposeFormats as Prompt,
      {
        forms: [form],
        known: [{ name: `Plain ${strange}`, carrier: 'csv', parameters: {} }],
        rendered: [{ carrier: 'csv', output: `type,text\n${strange}` }],
        wanted: 2,
        lessons,
      },
    ],
    [
      translateText as Prompt,
      {
        from,
        to,
        kind: 'guideline',
        kept: [strange || 'party'],
        texts: [`${guideline.definition}`, 'List {items} by {group}.'],
      },
    ],
    [judgeDraft as Prompt, { ...wide, kind: 'guideline', lines }],
  ]
  if (form === 'general') asked.push(...taxonomyInputs(language, strange))
  return asked.map(([prompt, input]) => ({ prompt, input, corpus }))
}

function figuresOf(strange: string): Figure[] {
  const figure = (kind: Figure['kind'], what: string, more: Partial<Figure> = {}): Figure => ({
    ...{ kind, what: `${what}${strange}`, count: 12, against: null, label: null },
    ...more,
  })
  return [
    figure('items', '', { count: 40 }),
    figure('frequent', 'Greens'),
    { ...figure('before', ''), what: 'the' },
    figure('ambiguous', 'Labour', { against: 30, label: `union${strange}` }),
    figure('contains', '', { label: 'city' }),
  ]
}
