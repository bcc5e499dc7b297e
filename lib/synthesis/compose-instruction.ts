import { findCarrier } from '@/lib/formats/find-carrier'
import { uuidFromName } from '@/lib/platform/hash'
import { checkInstruction, isGrounded } from '@/lib/synthesis/check-instruction'
import { drawQuestion } from '@/lib/synthesis/draw-question'
import type { Draw } from '@/lib/synthesis/make-draw'
import type {
  ComposableInstance,
  Composed,
  Instruction,
  LabelNaming,
  PreparedCorpus,
  PreparedGuideline,
  PreparedRecipe,
  PreparedRelease,
} from '@/lib/synthesis/model'
import { nameLabels } from '@/lib/synthesis/name-labels'
import { writeGuideline } from '@/lib/synthesis/write-guideline'
import { writeLabels, writePhrase } from '@/lib/synthesis/write-phrase'
import type { PhraseLanguage } from '@/lib/tasks/model'
import { lowerGold, type Mention, mentionsOf } from '@/lib/tasks/ner/lower-gold'
import { nerPhrases } from '@/lib/tasks/ner/phrases'

const plainCarrier = findCarrier('json-by-label')
const parameters = plainCarrier.parameters.parse({})
const RAW: LabelNaming = { nameOf: (label) => label, labelOf: (name) => name }

/**
 * One record, or the reason why there is none. A pure function: no clock, no database, no chance but `draw`, which is seeded
 * by (recipe seed, instance, copy); so the same inputs give the same bytes in a test, a worker or on fifty machines.
 */
export function composeInstruction(
  instance: ComposableInstance,
  release: PreparedRelease,
  recipe: PreparedRecipe,
  draw: Draw,
): Composed {
  const corpus = release.corpora.get(instance.corpusId)
  if (!corpus?.labels.length) return refused('no-labels')
  const mentions = mentionsOf(instance.text, instance.gold)
  if (!mentions.every((mention) => isGrounded(instance.text, mention))) return refused('grounding')
  const present = [...new Set(mentions.map(({ span }) => span.label))]
  const question = drawQuestion(draw, { corpus, instance, present, recipe })
  if (!question) return refused('empty-capped')

  const { labels, strategy, guidable } = question
  const language =
    typeof recipe.phrases !== 'string' || recipe.phrases === 'corpus' ? corpus.language : recipe.phrases
  const naming = corpus.naming?.[language] ?? RAW
  const carrier = nameLabels(plainCarrier, 'ner', naming)
  const answer = lowerGold(mentions, labels)
  const asked = { schema: labels.map((label) => ({ label, fields: [] })), text: instance.text }
  const output = carrier.render({ answer, places: [] }, asked, parameters)
  const fault = checkInstruction(output, { answer, carrier, parameters, asked, labels, mentions })
  if (fault) return refused(fault)

  const shown =
    strategy === 'compound'
      ? writeGuidelines(draw, { corpus, instance, labels, language, naming, mentions })
      : []
  return {
    made: true,
    empty: answer.every(({ items }) => items.length === 0),
    guidable,
    instruction: {
      id: uuidFromName(`instruction/${recipe.hash}/${release.id}/${instance.id}/${draw.copy}`),
      instruction: writeInstruction(draw, { labels: labels.map(naming.nameOf), language, shown }),
      input: instance.text,
      output,
      provenance: {
        taskForm: 'ner',
        strategy,
        carrier: carrier.name,
        language,
        corpusId: instance.corpusId,
        instanceId: instance.id,
        ordinal: instance.ordinal,
        copy: draw.copy,
        labels,
        versions: shown.map(({ guideline }) => guideline.source),
        releaseId: release.id,
        recipeHash: recipe.hash,
      },
    } satisfies Instruction,
  }
}

const refused = (reason: Extract<Composed, { made: false }>['reason']): Composed => ({ made: false, reason })

type Shown = { guideline: PreparedGuideline; text: string }

/** The guidelines of the labels asked for, in that order. */
function writeGuidelines(
  draw: Draw,
  of: {
    corpus: PreparedCorpus
    instance: ComposableInstance
    labels: readonly string[]
    language: PhraseLanguage
    naming: LabelNaming
    mentions: readonly Mention[]
  },
): Shown[] {
  const mentions = new Set(of.mentions.map(({ words }) => words.toLowerCase()))
  const guarded = { text: of.instance.text, mentions }
  const writing = { draw, guarded, language: of.language }
  return of.labels.map((label) => {
    const guideline = of.corpus.guidelines.get(label)!
    return { guideline, text: writeGuideline(guideline, { ...writing, name: of.naming.nameOf(label) }) }
  })
}

function writeInstruction(
  draw: Draw,
  of: { labels: readonly string[]; language: PhraseLanguage; shown: readonly Shown[] },
): string {
  const phrases = nerPhrases[of.language]
  const wording = plainCarrier.wording(parameters)[of.language]
  const opening = draw.pick(of.shown.length ? phrases.compound : phrases.basic)
  const answering = [
    writePhrase(draw.pick(wording.ask), phrases.nouns),
    draw.pick(phrases.copying),
    writePhrase(draw.pick(phrases.absent), { empty: wording.empty }),
  ]
  const parts = [writePhrase(opening, { labels: writeLabels(of.labels, phrases) })]
  if (of.shown.length) parts.push(`# ${phrases.guidelines.title}`, ...of.shown.map(({ text }) => text))
  parts.push(answering.join(of.language === 'zh' ? '' : ' '))
  return parts.join('\n\n')
}
