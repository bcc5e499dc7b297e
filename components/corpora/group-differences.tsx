'use client'

import { useTranslations } from 'next-intl'
import { LabelTag } from '@/components/ui/label-hue'
import type { InstanceView } from '@/lib/corpora/instances/schema'

/** What the gold of one instance says and that of another with the same text does not. */
export function GroupDifferences({
  instance,
  others,
}: {
  instance: InstanceView
  others: readonly InstanceView[]
}) {
  const t = useTranslations('fixes')
  const own = saidBy(instance)
  const elsewhere = others.map((other) => new Set(saidBy(other).map(keyOf)))
  const only = own.filter((said) => !elsewhere.every((keys) => keys.has(keyOf(said))))
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-xs">
      <span className="text-muted">{t(only.length > 0 ? 'onlyHere' : 'nothingMore')}</span>
      {only.map((said) => (
        <span key={keyOf(said)} className="inline-flex items-baseline gap-1">
          {said.words}
          <LabelTag label={said.label} />
        </span>
      ))}
    </p>
  )
}

type Said = { label: string; words: string; at: string }

function saidBy({ text, spans, answer }: InstanceView): Said[] {
  const characters = Array.from(text)
  const marks = spans.map(({ start, end, label }) => ({
    ...{ label, words: characters.slice(start, end).join('') },
    at: `${start}-${end}`,
  }))
  const items = answer.flatMap(({ label, items }) =>
    items.map((item) => ({ label, words: typeof item === 'string' ? item : wordsOf(item), at: '' })),
  )
  return [...marks, ...items]
}

function wordsOf(item: Record<string, string | string[] | null>): string {
  return Object.values(item).flat().filter(Boolean).join(' · ')
}

function keyOf({ label, words, at }: Said): string {
  return JSON.stringify([label, words, at])
}
