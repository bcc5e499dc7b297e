import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import type { Prompt } from '@/lib/calls/prompts/model'
import {
  aboutCorpusShape,
  figureSchema,
  lessonsSchema,
  namedLabelSchema,
  sampleSchema,
  writtenGuidelineSchema,
} from '@/lib/calls/prompts/schema'
import { transformsFor } from '@/lib/rules/find-transform'
import { type RuleTransform, ruleFamilies, ruleFamilySchema } from '@/lib/rules/model'
import type { TaskForm } from '@/lib/tasks/model'
import {
  kindsOf,
  line,
  showFigures,
  showGuidelines,
  showLabel,
  showLessons,
  showSamples,
} from '@/prompts/show-inputs'

const inputSchema = z.object({
  ...aboutCorpusShape,
  labels: z.array(namedLabelSchema).max(200),
  guidelines: z.array(writtenGuidelineSchema).max(40).default([]),
  figures: z.array(figureSchema).max(400).default([]),
  /** Texts with everything that their gold marks. */
  samples: z.array(sampleSchema).min(1).max(40),
  /** Statements of rules that exist: no such rule again. */
  known: z.array(z.string()).max(60).default([]),
  wanted: z.number().int().min(1).max(12).default(6),
  lessons: lessonsSchema,
})
type Input = z.infer<typeof inputSchema>

const wording = z.string().trim().min(1).max(600)

const outputFor = (form: TaskForm) =>
  z.object({
    rules: z
      .array(
        z.object({
          /** What in the evidence calls for the rule. */
          why: z.string().trim().min(1).max(1200),
          statement: z.object({ en: wording, zh: wording }),
          family: ruleFamilySchema,
          /** Empty: every label. */
          labels: z.array(z.string().min(1).max(200)).max(200).default([]),
          /** One of the closed set, or none where none says what the rule says. */
          transform: transformSchemaFor(form),
        }),
      )
      .min(1)
      .max(12),
  })
export type ProposedRules = z.infer<ReturnType<typeof outputFor>>

/** The transforms of a form, each with its own parameters. */
function transformSchemaFor(form: TaskForm): z.ZodType<RuleTransform | null> {
  const choices = transformsFor(form).map(({ name, parameters }) =>
    z.object({ name: z.literal(name), parameters: parameters as z.ZodType<Record<string, unknown>> }),
  )
  const [first, ...rest] = choices
  return first ? z.union([z.null(), first, ...rest]) : z.null()
}

const prompts = new Map<TaskForm, Prompt<Input, ProposedRules>>()

/** Preference rules for a corpus of this form, from its guidelines, its gold and what was counted in it. */
export function proposeRules(form: TaskForm): Prompt<Input, ProposedRules> {
  const known = prompts.get(form) ?? defineFor(form)
  prompts.set(form, known)
  return known
}

function defineFor(form: TaskForm): Prompt<Input, ProposedRules> {
  const transforms = transformsFor(form)
  const familyOf = new Map<string, string>(transforms.map(({ name, family }) => [name, family]))
  return definePrompt<Input, ProposedRules>({
    name: 'propose-rules',
    version: 1,
    role: 'drafter',
    input: inputSchema as z.ZodType<Input>,
    output: outputFor(form),
    parameters: { temperature: 0.6, maxTokens: 5000 },
    choose: ({ language, figures }) => ({
      ...{ task: form, marking: form, figure: kindsOf(figures), language },
      transform: transforms.length > 0 ? transforms.map(({ name }) => name) : 'none',
      family: ruleFamilies,
    }),
    blocks: ({ corpus, labels, guidelines, figures, samples, known, wanted, lessons }) => ({
      corpus: line(corpus),
      labels: labels.map(showLabel),
      guidelines: showGuidelines(guidelines),
      figures: showFigures(figures),
      samples: showSamples(samples),
      known: known.map((statement) => line({ statement })),
      wanted: line({ rules: wanted }),
      ...showLessons(lessons),
    }),
    caps: {
      labels: 6000,
      guidelines: 12_000,
      figures: 14_000,
      samples: 20_000,
      known: 6000,
      edits: 8000,
      avoid: 3000,
    },
    check({ labels }, { rules }) {
      const names = new Set(labels.map(({ label }) => label))
      return rules.flatMap((rule, at) => [
        ...rule.labels
          .filter((one) => !names.has(one))
          .map((one) => `Rule ${at + 1} names "${one}", which is no label of the corpus.`),
        ...(rule.transform && familyOf.get(rule.transform.name) !== rule.family
          ? [`Rule ${at + 1}: ${rule.transform.name} is of the family ${familyOf.get(rule.transform.name)}.`]
          : []),
      ])
    },
  })
}
