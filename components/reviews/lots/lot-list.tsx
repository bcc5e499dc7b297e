'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { useBothLanguages } from '@/components/reviews/use-title'
import type { LotDraft } from '@/lib/reviews/lots/schema'

type Props<Draft extends LotDraft> = {
  drafts: readonly Draft[]
  chosen: ReadonlySet<string>
  onChosen: (chosen: Set<string>) => void
  /** What is shown of each: its text, or what would become of it. */
  show: (draft: Draft) => ReactNode
}

/** Drafts to be decided together, each with a tick of its own; all of them by one. */
export function LotList<Draft extends LotDraft>({ drafts, chosen, onChosen, show }: Props<Draft>) {
  const t = useTranslations('lots')
  const inWords = useBothLanguages()
  const all = drafts.every(({ version }) => chosen.has(version.id))
  const own = useId()
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChosen(next)
  }
  return (
    <div className="flex flex-col">
      <label className="hairline-b flex items-center gap-2.5 py-2 text-muted">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={all}
          onChange={() => onChosen(new Set(all ? [] : drafts.map(({ version }) => version.id)))}
        />
        {t('chosen', { count: chosen.size, all: drafts.length })}
      </label>
      <ul className="flex flex-col">
        {drafts.map((draft) => (
          <li key={draft.version.id} className="hairline-b flex gap-2.5 py-2.5 last:border-0">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={chosen.has(draft.version.id)}
              aria-labelledby={`${own}-${draft.version.id}`}
              onChange={() => toggle(draft.version.id)}
            />
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <p id={`${own}-${draft.version.id}`} className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium [overflow-wrap:anywhere]">{inWords(draft.title)}</span>
                {draft.corpusName && <span className="text-muted text-xs">{draft.corpusName}</span>}
              </p>
              {show(draft)}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
