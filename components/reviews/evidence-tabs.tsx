'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId } from 'react'
import { EvidenceFigures } from '@/components/reviews/evidence-figures'
import { type EvidenceTab, evidenceTabsOf, figureCount } from '@/components/reviews/evidence-tab'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

type Props = { evidence: GuidelineEvidence; tab: EvidenceTab; onTab: (tab: EvidenceTab) => void }

const TURNS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
}

/** Written out rather than taken from the kit: it is drawn anew with every draft, and must be light. */
export function EvidenceTabs({ evidence, tab, onTab }: Props) {
  const t = useTranslations('reviews.evidence')
  const id = useId()
  const evidenceTabs = evidenceTabsOf(evidence.form)

  function turn(event: KeyboardEvent<HTMLElement>) {
    const next = evidenceTabs[TURNS[event.key]?.(evidenceTabs.indexOf(tab), evidenceTabs.length - 1) ?? -1]
    if (!next) return
    event.preventDefault()
    onTab(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }

  return (
    <>
      <div
        role="tablist"
        aria-label={t('tabsLabel')}
        onKeyDown={turn}
        className="hairline-b flex shrink-0 gap-4 overflow-x-auto px-4 [scrollbar-width:none]"
      >
        {evidenceTabs.map((value) => (
          <button
            key={value}
            type="button"
            role="tab"
            id={`${id}-${value}`}
            data-tab={value}
            aria-selected={value === tab}
            aria-controls={`${id}-panel`}
            tabIndex={value === tab ? 0 : -1}
            onClick={() => onTab(value)}
            className="flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap text-muted outline-offset-[-3px] hover:text-fg aria-selected:font-medium aria-selected:text-fg aria-selected:shadow-[inset_0_-2px_0_var(--color-accent)] max-lg:h-11"
          >
            {t(`tabs.${value}`)}
            <TabCount evidence={evidence} tab={value} />
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        className="max-h-[38%] shrink-0 overflow-y-auto px-4 py-2"
      >
        <EvidenceFigures evidence={evidence} tab={tab} />
      </div>
    </>
  )
}

/** How many mentions are in doubt: where the reviewer should look first. */
function TabCount({ evidence, tab }: Pick<Props, 'evidence' | 'tab'>) {
  const count =
    tab === 'ambiguous' || tab === 'unlabelled' || tab === 'rivals' ? figureCount(evidence, tab) : 0
  return count > 0 && <span className="text-muted text-xs">{count}</span>
}
