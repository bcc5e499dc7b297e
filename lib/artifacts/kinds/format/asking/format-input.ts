import { formatContentSchema } from '@/lib/artifacts/kinds/format/content'
import { draftContent } from '@/lib/artifacts/kinds/format/drafting/draft-content'
import type { Trial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { renderAnswer } from '@/lib/artifacts/kinds/format/trial/try-format'
import type { Lessons } from '@/lib/calls/prompts/schema'
import type { CarrierName } from '@/lib/formats/model'
import { db } from '@/lib/platform/db'

const MOST_RENDERED = 4
const MOST_KNOWN = 60
const MOST_LETTERS = 2000
const WANTED = 4

/** What a model is asked for variants of one carrier: real answers in it, and the variants that exist. */
export async function formatInput(
  projectId: string,
  of: { carrier: CarrierName; trial: Trial; lessons: Lessons; since: Date },
) {
  const { carrier, trial, lessons, since } = of
  const forms = [...new Set(trial.answers.map(({ form }) => form))]
  return {
    forms,
    carriers: [carrier],
    known: await knownFormats(projectId, { carrier, since }),
    rendered: forms.flatMap((form) => renderedIn(carrier, { trial, form })).slice(0, MOST_RENDERED),
    wanted: WANTED,
    lessons,
  }
}

/** The shortest real answer with something in it that the carrier plain can carry. */
function renderedIn(
  carrier: CarrierName,
  { trial, form }: { trial: Trial; form: string },
): { carrier: CarrierName; output: string }[] {
  const { parameters } = draftContent(carrier, { name: carrier, parameters: {} })
  for (const answer of trial.answers) {
    if (answer.form !== form || !answer.lowered.answer.some(({ items }) => items.length > 0)) continue
    const rendering = renderAnswer({ carrier, parameters }, answer)
    if (rendering.outcome === 'same' && rendering.output.length <= MOST_LETTERS)
      return [{ carrier, output: rendering.output }]
  }
  return []
}

/** Formats of before of this carrier. Those of this job would make it ask anew. */
async function knownFormats(projectId: string, { carrier, since }: { carrier: string; since: Date }) {
  const versions = await db.version.findMany({
    where: {
      artifact: { projectId, kind: 'format' },
      createdAt: { lt: since },
      draft: { state: { in: ['waiting', 'disputed', 'approved', 'rejected'] } },
    },
    orderBy: { id: 'desc' },
    select: { content: true },
  })
  return versions
    .map(({ content }) => formatContentSchema.parse(content))
    .filter((content) => content.carrier === carrier)
    .slice(0, MOST_KNOWN)
    .map(({ name, parameters }) => ({ name, carrier, parameters }))
}
