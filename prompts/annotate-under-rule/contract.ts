import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import type { Prompt } from '@/lib/calls/prompts/model'
import { aboutCorpusShape, lessonsSchema, writtenGuidelineSchema } from '@/lib/calls/prompts/schema'
import { locateGold } from '@/lib/quotes/locate-gold'
import { markPlaces } from '@/lib/quotes/mark-places'
import { type QuotedGold, quotedGoldSchemas } from '@/lib/quotes/model'
import { quoteGold } from '@/lib/quotes/quote-gold'
import { showText } from '@/lib/quotes/show-hidden'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import { line, showGuidelines, showLessons } from '@/prompts/show-inputs'

const inputSchema = z.object({
  ...aboutCorpusShape,
  rule: z.object({ statement: z.string().min(1), labels: z.array(z.string()).default([]) }),
  guidelines: z.array(writtenGuidelineSchema).max(40).default([]),
  text: z.string().min(1),
  /** The instance's own gold, as its form keeps it. */
  gold: z.unknown(),
  /** Labels that the answer may use. */
  labels: z.array(z.string()).max(400).default([]),
  lessons: lessonsSchema,
})
export type AnnotateInput = z.infer<typeof inputSchema>

const outputFor = <Form extends TaskForm>(form: Form) =>
  z.object({
    /** How the rule bears on this text, before anything is decided. */
    why: z.string().trim().min(1).max(1200),
    applies: z.boolean(),
    changed: z
      .array(
        z.object({
          before: z.string().max(2000),
          after: z.string().max(2000),
          reason: z.string().trim().max(300).default(''),
        }),
      )
      .max(100)
      .default([]),
    answer: quotedGoldSchemas[form] as unknown as z.ZodType<QuotedGold<Form>>,
  })
export type Annotated<Form extends TaskForm = TaskForm> = z.infer<ReturnType<typeof outputFor<Form>>>

const prompts = new Map<TaskForm, Prompt<AnnotateInput, Annotated>>()

/** One instance annotated anew as a rule wants it. k candidates are k calls with a `candidate` each. */
export function annotateUnderRule(form: TaskForm): Prompt<AnnotateInput, Annotated> {
  const known = prompts.get(form) ?? defineFor(form)
  prompts.set(form, known)
  return known
}

function defineFor(form: TaskForm): Prompt<AnnotateInput, Annotated> {
  return definePrompt<AnnotateInput, Annotated>({
    name: 'annotate-under-rule',
    version: 1,
    role: 'annotator',
    input: inputSchema as z.ZodType<AnnotateInput>,
    output: outputFor(form),
    parameters: { temperature: 0.7, maxTokens: 3000 },
    choose: ({ language }) => ({ task: form, answer: form, language }),
    blocks: ({ rule, guidelines, text, gold, labels, lessons }) => ({
      rule: line(rule),
      guidelines: showGuidelines(guidelines),
      labels: labels.map((label) => line({ label })),
      question: questionIn(form, gold),
      text: markPlaces(text),
      gold: showText(JSON.stringify(quoteGold(form, { text, gold }))),
      ...showLessons(lessons),
    }),
    caps: { guidelines: 8000, labels: 6000, gold: 40_000, text: 40_000, edits: 8000, avoid: 3000 },
    check({ text, gold }, { applies, answer }) {
      const located = locateGold(form, { text, gold, quoted: answer })
      if ('faults' in located) return located.faults
      return applies || isDeepStrictEqual(located.gold, gold)
        ? []
        : [
            '"applies" is false, and yet "answer" is not the answer that was given. Give that one unchanged, or say that the rule applies.',
          ]
    },
  })
}

/** What a gold of reading asks, and what can be chosen; of a general instruction what was said before the response. */
function questionIn(form: TaskForm, gold: unknown): string | null {
  const { poses, turnsIn } = findTaskForm(form)
  const posed = poses?.(gold)
  const turns = turnsIn?.(gold)
  return posed || turns ? line({ question: posed?.question, options: posed?.options, said: turns }) : null
}
