'use client'

import { useTranslations } from 'next-intl'
import { useSentences } from '@/components/reviews/desk.query'
import { type ExamplePlace, keyOf } from '@/components/reviews/example-list'
import type { ExampleSection } from '@/components/reviews/guideline-text'
import { Sentence } from '@/components/reviews/sentence'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import type { Example } from '@/lib/artifacts/kinds/guideline/content'

type Props = ExamplePlace & {
  section: ExampleSection
  examples: readonly Example[]
  onChange: (examples: Example[]) => void
}

/** The same sentences while the draft is being edited: each can go, and its reason can be written anew. */
export function ExampleEditor({ project, corpus, section, examples, onChange }: Props) {
  const t = useTranslations('reviews')
  const { sentences } = useSentences(
    project,
    corpus,
    examples.map(({ ordinal }) => ordinal),
  )
  const replace = (at: number, example: Example) =>
    onChange(examples.map((one, index) => (index === at ? example : one)))
  if (examples.length === 0) return <p className="text-muted">{t('example.none')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {examples.map((example, at) => (
        <li key={keyOf(example)} className="flex flex-col gap-1">
          <div>
            <Sentence sentence={sentences.get(example.ordinal)} place={example} />
          </div>
          <div className="flex items-start gap-2">
            <Textarea
              rows={1}
              aria-label={`${t(`sections.${section}`)} ${at + 1}: ${t('example.note')}`}
              placeholder={t('example.note')}
              value={example.note}
              maxLength={300}
              className="min-h-7 py-1 text-xs"
              onChange={(event) => replace(at, { ...example, note: event.currentTarget.value })}
            />
            <Button
              size="sm"
              variant="quiet"
              aria-label={`${t('example.remove')} ${at + 1}`}
              onClick={() => onChange(examples.filter((_, index) => index !== at))}
            >
              {t('example.remove')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
