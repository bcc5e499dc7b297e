'use client'

import { useSentences } from '@/components/reviews/desk.query'
import { Sentence } from '@/components/reviews/sentence'
import type { Example } from '@/lib/artifacts/kinds/guideline/content'

export type ExamplePlace = { project: string; corpus: string }

/** Examples as sentences of the corpus, each with the reason why it is one. */
export function ExampleList({ project, corpus, examples }: ExamplePlace & { examples: readonly Example[] }) {
  const { sentences } = useSentences(
    project,
    corpus,
    examples.map(({ ordinal }) => ordinal),
  )
  return (
    <ul className="flex flex-col gap-1.5">
      {examples.map((example) => (
        <li key={keyOf(example)} className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
          <Sentence sentence={sentences.get(example.ordinal)} place={example} />
          {example.note && <p className="text-muted text-sm">{example.note}</p>}
        </li>
      ))}
    </ul>
  )
}

export function keyOf({ ordinal, start, end, tail }: Omit<Example, 'note'>): string {
  return [ordinal, start, end, tail?.start, tail?.end].join('/')
}
