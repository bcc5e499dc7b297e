'use client'

import { useTranslations } from 'next-intl'
import { ExampleList } from '@/components/corpora/example-list'
import { type ImportPlan, withFix, withoutProblem } from '@/components/corpora/import-plan'
import { Select } from '@/components/ui/select'
import type { Fix } from '@/lib/corpora/fixes/model'
import type { Preview } from '@/lib/corpora/schema'
import type { ProblemKind } from '@/lib/corpora/survey/model'

type Props = {
  problem: Preview['problems'][number]
  plan: ImportPlan
  onPlan: (plan: ImportPlan) => void
}

const REPEATS: readonly ProblemKind[] = ['exact-duplicate', 'conflicting-duplicate']

/** A kind of problem with how often it was found, and what becomes of such instances. */
export function ProblemChoice({ problem, plan, onPlan }: Props) {
  const t = useTranslations('fixes.plan')
  const survey = useTranslations('survey.problems')
  const { kind, instances, groups, examples } = problem
  const choices = [
    'leave',
    ...(REPEATS.includes(kind) ? (['first'] as const) : []),
    ...(kind === 'exact-duplicate' ? [] : (['none'] as const)),
    'keep',
  ] as const
  type Choice = (typeof choices)[number]
  const choose = (choice: Choice) => {
    const fix = fixOf(kind, choice)
    onPlan(fix ? withFix(plan, fix) : withoutProblem(plan, kind))
  }
  return (
    <li className="hairline-b flex flex-col gap-1 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <p className="min-w-0">
          {survey(`kinds.${kind}`)}{' '}
          <span className="text-muted">{survey('counts', { instances, groups })}</span>
        </p>
        <Select
          size="sm"
          label={t('becomes', { problem: survey(`kinds.${kind}`) })}
          value={choiceOf(kind, plan)}
          onChange={choose}
          options={choices.map((value) => ({ value, label: t(`choices.${value}`) }))}
        />
      </div>
      <p className="max-w-[70ch] text-muted text-xs">{survey(`about.${kind}`)}</p>
      <ExampleList instances={examples} />
    </li>
  )
}

function fixOf(problem: ProblemKind, choice: 'leave' | 'first' | 'none' | 'keep'): Fix | null {
  if (choice === 'leave') return null
  return choice === 'keep' ? { kind: 'keep', problem } : { kind: 'drop-instances', problem, keep: choice }
}

function choiceOf(kind: ProblemKind, { fixes }: ImportPlan): 'leave' | 'first' | 'none' | 'keep' {
  const fix = fixes.find((one) => 'problem' in one && one.problem === kind)
  if (fix?.kind === 'drop-instances') return fix.keep
  return fix ? 'keep' : 'leave'
}
