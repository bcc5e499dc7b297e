import { z } from 'zod'
import { taskFormSchema } from '@/lib/tasks/model'

/** How many mentions a claim is shown with, and how many any other count is. Always the first ones of the corpus. */
export const CLAIM_REFS = 200
export const COUNT_REFS = 20

/**
 * A labelled thing by reference: instance ordinal, offsets in code points. `tail` is the other of two places that belong
 * together: where a relation leads, what fills a role. A class is said of the whole text, so its offsets are the text's.
 */
export const mentionRefSchema = z.object({
  ordinal: z.number(),
  start: z.number(),
  end: z.number(),
  tail: z.object({ start: z.number(), end: z.number() }).optional(),
})
export type MentionRef = z.infer<typeof mentionRefSchema>

/** A count with references to the mentions behind it: the first of the corpus, at most `CLAIM_REFS`. */
const counted = z.object({
  count: z.number(),
  refs: z.array(mentionRefSchema),
  /** A few different wordings among them. */
  wordings: z.array(z.string()).optional(),
  /** The one that stands in the shortest whole sentence: the best to show. */
  clearest: mentionRefSchema.extend({ mention: z.string() }).optional(),
  /** The clearest with what stands beside it: how a span would look that takes in too much. */
  wider: mentionRefSchema.optional(),
})
export type Counted = z.infer<typeof counted>

export const tokenKinds = [
  'article',
  'title',
  'punctuation',
  'quote',
  'bracket',
  'possessive',
  'measure',
  'word',
] as const
export const tokenKindSchema = z.enum(tokenKinds)
export type TokenKind = z.infer<typeof tokenKindSchema>
const beside = counted.extend({ token: z.string(), kind: tokenKindSchema })

/** The lines of a guideline that a claim can stand in. */
export const claimFields = ['definition', 'includes', 'excludes', 'questions'] as const

/**
 * Links one line of the drafted content to the mentions behind it. It is matched by `text`: a line that a person has
 * changed has no claim any more (`liveClaims`). `section` and `key` say where in the evidence the count comes from.
 */
export const claimSchema = z.object({
  field: z.enum(claimFields),
  index: z.number().int().nonnegative(),
  text: z.string(),
  section: z.string(),
  key: z.string(),
  count: z.number(),
  refs: z.array(mentionRefSchema),
})
export type Claim = z.infer<typeof claimSchema>

export const companionKinds = ['same-pair', 'reversed', 'same-head', 'same-tail', 'same-text'] as const

const relationEvidence = {
  /** What stands at the two ends of a relation. */
  ends: z.array(counted.extend({ end: z.enum(['head', 'tail']), mention: z.string() })).default([]),
  /** The types of its two ends; `unrelated`: pairs of these types in one text that carry no relation. */
  types: z
    .array(counted.extend({ head: z.string(), tail: z.string(), unrelated: counted.optional() }))
    .default([]),
  between: z.array(counted.extend({ words: z.string() })).default([]),
  order: z.array(counted.extend({ order: z.enum(['head-first', 'tail-first', 'nested']) })).default([]),
  /** What else is said of the same pair, either way round, of one of its ends, or of the same text. */
  companions: z.array(counted.extend({ label: z.string(), kind: z.enum(companionKinds) })).default([]),
}

const roleEvidence = {
  /** Roles and properties: in how many items each is filled, how many have several fillers, and the most frequent ones. */
  roles: z
    .array(
      counted.extend({
        role: z.string(),
        several: z.number(),
        fillers: z.array(counted.extend({ mention: z.string() })),
      }),
    )
    .default([]),
}

const classEvidence = {
  /** Words that stand out against the other labels; `elsewhere`: how often those have them. */
  words: z.array(counted.extend({ word: z.string(), elsewhere: z.number(), weight: z.number() })).default([]),
  /** Labels for which the words of these texts speak rather; `words`: which those are, and how often this label has them. */
  taken: z
    .array(
      counted.extend({
        label: z.string(),
        words: z.array(counted.extend({ word: z.string(), own: z.number() })),
      }),
    )
    .default([]),
  /** Texts of other labels whose words speak for this one. */
  takes: z.array(counted.extend({ label: z.string() })).default([]),
}

/** What the corpus miner found in the gold about one label. Every figure carries references to its mentions. */
export const guidelineEvidenceSchema = z.object({
  /** Evidence of before was all of named entities. */
  form: taskFormSchema.default('ner'),
  label: z.string(),
  language: z.string(),
  corpus: z.object({ id: z.string(), name: z.string(), instances: z.number() }),
  mentions: z.number(),
  instances: z.number(),
  /** Different wordings. When `complete` is false there were too many to keep: then at least so many. */
  distinct: z.number(),
  complete: z.boolean().default(true),
  /** A first sample of mentions over the whole corpus. */
  sample: z.array(mentionRefSchema),
  frequent: z.array(counted.extend({ mention: z.string() })),
  /** Mentions that elsewhere carry another label; `labels` counts each, this label's refs and the others'. */
  ambiguous: z.array(
    z.object({
      mention: z.string(),
      labels: z.array(counted.extend({ label: z.string() })),
    }),
  ),
  /** The same words that elsewhere carry no label at all; `labelled`: how often they carry this one. */
  unlabelled: z.array(counted.extend({ mention: z.string(), labelled: z.number() })),
  /** Tokens directly before and after a span, outside it. `kind` is what they look like. */
  before: z.array(beside),
  after: z.array(beside),
  /** Spans that begin or end with such a token: where the gold is of two minds. `outside`: as in `before` or `after`. */
  inside: z.array(
    counted.extend({
      token: z.string(),
      kind: tokenKindSchema.default('word'),
      place: z.enum(['first', 'last']),
      outside: z.number(),
    }),
  ),
  /** Head words and endings that different wordings share: "Party" in "Liberal Party of Canada", 委员会. */
  heads: z.array(counted.extend({ word: z.string(), distinct: z.number() })).default([]),
  /** Where the same words lie inside a mention of another label and do not carry this one. */
  covered: z.array(counted.extend({ label: z.string() })).default([]),
  /** Two words that introduce mentions: "president of", "member of the". */
  introducing: z.array(counted.extend({ words: z.string() })).default([]),
  /** Mentions, of any label, that touch this one with nothing, a space, or only a joining word or comma between. */
  neighbours: z
    .array(
      counted.extend({
        label: z.string(),
        place: z.enum(['before', 'after']),
        /** What stands between: '' when nothing but a space does. */
        between: z.string(),
      }),
    )
    .default([]),
  /** Spans of other labels that hold, or lie within, spans of this one. */
  nesting: z.array(
    counted.extend({ label: z.string(), relation: z.enum(['contains', 'within', 'overlaps', 'same']) }),
  ),
  /** How long mentions are, in tokens (characters for Chinese): length -> count. */
  lengths: z.array(counted.extend({ length: z.number() })),
  shapes: z.array(
    counted.extend({
      shape: z.enum([
        'capitalised',
        'all-caps',
        'lower-case',
        'with-digits',
        'one-token',
        'long',
        /** Stands in brackets, right after another mention of this label. */
        'short-form-in-brackets',
        'in-quotes',
        'in-brackets',
        /** Holds "of", "and", "for", 与, 和 between its other words. */
        'with-joining-word',
        /** Of whole texts: ends in a question mark. */
        'question',
      ]),
    }),
  ),
  ...relationEvidence,
  ...roleEvidence,
  ...classEvidence,
  claims: z.array(claimSchema).default([]),
})
export type GuidelineEvidence = z.infer<typeof guidelineEvidenceSchema>

/** The claims that still hold for a content: those whose line stands in it word by word, with the place where it stands now. */
export function liveClaims(
  evidence: { claims: readonly Claim[] },
  content: { definition: string } & Record<Exclude<Claim['field'], 'definition'>, readonly string[]>,
): Claim[] {
  return evidence.claims.flatMap((claim) => {
    const lines = claim.field === 'definition' ? [content.definition] : content[claim.field]
    const index = lines.indexOf(claim.text)
    return index < 0 ? [] : [{ ...claim, index }]
  })
}
