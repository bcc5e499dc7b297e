'use client'

import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useProject } from '@/components/projects/current-project'
import { buttonClasses } from '@/components/ui/button'
import type { NextStep } from '@/lib/projects/schema'

/** One sentence and one button: what to do next. */
export function NextDeed({ next }: { next: NextStep }) {
  const t = useTranslations('projects.home')
  const { slug } = useProject()
  const done = next.kind === 'all-done'
  return (
    <section
      aria-label={t('next')}
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-sunken px-4 py-3.5"
    >
      <p className="min-w-0 flex-1 basis-64 text-base">{t(`steps.${next.kind}`, { count: next.count })}</p>
      <Link
        href={`/p/${slug}${pathOf(next)}` as never}
        className={buttonClasses({ variant: done ? 'secondary' : 'primary', size: 'lg' })}
      >
        {t(`actions.${next.kind}`)}
        <ArrowRight aria-hidden />
      </Link>
    </section>
  )
}

function pathOf({ kind, subjectId }: NextStep): string {
  switch (kind) {
    case 'import-corpus':
      return '/corpora/import'
    case 'draft-guidelines':
      return subjectId ? `/corpora/${subjectId}` : '/corpora'
    case 'review-drafts':
      return '/queue'
    case 'cut-release':
      return '/library/releases'
    case 'compose-release':
      return subjectId ? `/compose?release=${subjectId}` : '/compose'
    case 'audit-run':
      return subjectId ? `/compose/${subjectId}#audit` : '/compose'
    case 'export-run':
      return subjectId ? `/compose/${subjectId}` : '/compose'
    case 'all-done':
      return '/library'
  }
}
