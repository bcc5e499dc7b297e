'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ExampleList } from '@/components/corpora/example-list'
import { type ImportPlan, labelsAfter, withFix, withoutFix } from '@/components/corpora/import-plan'
import { ProblemChoice } from '@/components/corpora/problem-choice'
import { Button } from '@/components/ui/button'
import { LabelTag } from '@/components/ui/label-hue'
import type { Fix } from '@/lib/corpora/fixes/model'
import type { Preview } from '@/lib/corpora/schema'

type Props = { preview: Preview; plan: ImportPlan; onPlan: (plan: ImportPlan) => void }
type Spellings = Preview['variants'][number]

const SHOWN = 8

/** What is doubtful in the file, and what the import shall do about it. */
export function ImportDoubts({ preview, plan, onPlan }: Props) {
  const t = useTranslations('fixes.plan')
  const { variants, problems, complete, instanceCount } = preview
  const [all, setAll] = useState(false)
  const open = variants.filter((group) => mergeOf(group, plan) === undefined)
  if (variants.length + problems.length === 0 && complete) return null
  const acceptAll = () => onPlan(open.reduce((now, group) => withFix(now, writeAll(group, plan)), plan))
  return (
    <section className="flex flex-col gap-3" aria-labelledby="import-doubts">
      <h2 id="import-doubts" className="font-semibold">
        {t('title')}
      </h2>
      {!complete && <p className="max-w-[70ch] text-muted">{t('sampled', { count: instanceCount })}</p>}
      {variants.length + problems.length === 0 && <p className="text-muted">{t('nothing')}</p>}
      {variants.length > 0 && (
        <div className="flex flex-col">
          <div className="flex flex-wrap items-center gap-2 pb-1">
            <h3 className="text-muted text-xs">{t('spellings', { count: variants.length })}</h3>
            {open.length > 1 && (
              <Button size="sm" variant="quiet" onClick={acceptAll}>
                {t('acceptAll', { count: open.length })}
              </Button>
            )}
          </div>
          <ul className="flex flex-col">
            {variants.slice(0, all ? undefined : SHOWN).map((group) => (
              <SpellingRow key={group[0]!.label} group={group} plan={plan} onPlan={onPlan} />
            ))}
          </ul>
          {!all && variants.length > SHOWN && (
            <Button size="sm" variant="quiet" className="self-start" onClick={() => setAll(true)}>
              {t('showAll', { count: variants.length })}
            </Button>
          )}
        </div>
      )}
      {problems.length > 0 && (
        <ul className="flex flex-col">
          {problems.map((problem) => (
            <ProblemChoice key={problem.kind} problem={problem} plan={plan} onPlan={onPlan} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Spellings of one label, and the one for all of them. */
function SpellingRow({ group, plan, onPlan }: { group: Spellings } & Omit<Props, 'preview'>) {
  const t = useTranslations('fixes.plan')
  const merge = mergeOf(group, plan)
  const examples = group.flatMap(({ example }) => (example ? [example] : []))
  return (
    <li className="hairline-b flex flex-col gap-1.5 py-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ul className="flex min-w-0 flex-wrap gap-1.5">
          {group.map(({ label, items }) => (
            <li key={label} className="min-w-0">
              <LabelTag label={label} count={items} />
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-1.5">
          {merge ? (
            <>
              <span className="flex items-center gap-1 text-approved">
                <Check className="size-4" aria-hidden />
                {t('written', { label: merge.to })}
              </span>
              <Button size="sm" onClick={() => onPlan(withoutFix(plan, merge))}>
                {t('undo')}
              </Button>
            </>
          ) : (
            group.map(({ label }, at) => (
              <Button
                key={label}
                size="sm"
                variant={at === 0 ? undefined : 'quiet'}
                onClick={() => onPlan(withFix(plan, writeAll(group, plan, label)))}
              >
                {t('writeAll', { label })}
              </Button>
            ))
          )}
        </div>
      </div>
      <ExampleList instances={examples} />
    </li>
  )
}

type Relabel = Extract<Fix, { kind: 'relabel' }>

/** The step that already makes these spellings one. */
function mergeOf(group: Spellings, { fixes }: ImportPlan): Relabel | undefined {
  const labels = group.map(({ label }) => label)
  const merge = fixes.findLast(
    (fix): fix is Relabel => fix.kind === 'relabel' && fix.from.some((label) => labels.includes(label)),
  )
  return merge && labelsAfter(group, fixes).length <= 1 ? merge : undefined
}

function writeAll(group: Spellings, { fixes }: ImportPlan, to = group[0]!.label): Relabel {
  const left = labelsAfter(group, fixes).map(({ label }) => label)
  return { kind: 'relabel', from: left.filter((label) => label !== to), to, part: 'label' }
}
