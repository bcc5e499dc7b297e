import { z } from 'zod'

/** A mention by reference: instance ordinal, offsets in code points. */
export const mentionRefSchema = z.object({ ordinal: z.number(), start: z.number(), end: z.number() })
export type MentionRef = z.infer<typeof mentionRefSchema>

/** A count with up to 200 references to the mentions behind it. */
const counted = z.object({ count: z.number(), refs: z.array(mentionRefSchema) })

/** What the corpus miner found in the gold about one label. Every figure carries references to its mentions. */
export const guidelineEvidenceSchema = z.object({
  label: z.string(),
  language: z.string(),
  corpus: z.object({ id: z.string(), name: z.string(), instances: z.number() }),
  mentions: z.number(),
  instances: z.number(),
  distinct: z.number(),
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
  /** The same words that elsewhere carry no label at all. */
  unlabelled: z.array(counted.extend({ mention: z.string(), labelled: z.number() })),
  /** Tokens directly before and after a span, outside it. `kind` is what they look like. */
  before: z.array(
    counted.extend({ token: z.string(), kind: z.enum(['article', 'title', 'punctuation', 'word']) }),
  ),
  after: z.array(
    counted.extend({ token: z.string(), kind: z.enum(['article', 'title', 'punctuation', 'word']) }),
  ),
  /** Spans that begin or end with such a token: where the gold is of two minds. */
  inside: z.array(
    counted.extend({ token: z.string(), place: z.enum(['first', 'last']), outside: z.number() }),
  ),
  /** Spans of other labels that hold, or lie within, spans of this one. */
  nesting: z.array(
    counted.extend({ label: z.string(), relation: z.enum(['contains', 'within', 'overlaps', 'same']) }),
  ),
  /** How long mentions are, in tokens (characters for Chinese): length -> count. */
  lengths: z.array(counted.extend({ length: z.number() })),
  shapes: z.array(
    counted.extend({
      shape: z.enum(['capitalised', 'all-caps', 'lower-case', 'with-digits', 'one-token', 'long']),
    }),
  ),
})
export type GuidelineEvidence = z.infer<typeof guidelineEvidenceSchema>
