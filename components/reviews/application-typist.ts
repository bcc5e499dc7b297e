import type { Typing, Typist } from '@/components/reviews/use-typing'
import type { ApplicationContent } from '@/lib/artifacts/kinds/application/content'

/** A written answer while it is being typed: its gold as JSON. */
export type TypedApplication = { gold: string }
export type ApplicationTyping = Typing<ApplicationContent, TypedApplication, 'not-json'>

export const applicationTypist: Typist<ApplicationContent, TypedApplication, 'not-json'> = {
  typedOf: ({ gold }) => ({ gold: JSON.stringify(gold, null, 1) }),
  contentOf: ({ gold }, base) => ({ ...base, gold: readJson(gold) ?? null }),
  problemsOf: (_content, { gold }) => (readJson(gold) === undefined ? ['not-json'] : []),
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
