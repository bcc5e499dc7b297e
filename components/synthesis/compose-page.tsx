'use client'

import { useQuery } from '@tanstack/react-query'
import { Layers2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { parseAsInteger, useQueryState } from 'nuqs'
import { useState } from 'react'
import { releasesQuery } from '@/components/library/library.query'
import type { CorpusChoice } from '@/components/recipes/corpus-choice'
import { RecipeBar } from '@/components/recipes/recipe-bar'
import { RecipeForm } from '@/components/recipes/recipe-form'
import { useRecipeDraft } from '@/components/recipes/use-recipe-draft'
import { type Coverage, CoverageLine } from '@/components/synthesis/coverage-line'
import { MixPicture } from '@/components/synthesis/mix-picture'
import { RecordPreview } from '@/components/synthesis/record-preview'
import { usePreviewRun, useStartRun } from '@/components/synthesis/runs.query'
import { RunsTable } from '@/components/synthesis/runs-table'
import { Button, buttonClasses } from '@/components/ui/button'
import { useBytes } from '@/components/ui/bytes'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorLine, ErrorState } from '@/components/ui/error-state'
import { PageHeader } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { useSettled } from '@/components/ui/use-settled'
import { type Recipe, recipeSchema } from '@/lib/synthesis/model'

type Props = { project: string; canLead: boolean; corpora: CorpusChoice[] }

/** A recipe on the left, what it gives on the right, the runs beneath. */
export function ComposePage({ project, canLead, corpora }: Props) {
  const t = useTranslations('synthesis')
  const releases = useQuery(releasesQuery(project))
  if (releases.isError && !releases.data)
    return <ErrorState error={releases.error} retry={() => releases.refetch()} />
  const numbers = releases.data?.items.map(({ number, itemCount }) => ({ number, itemCount }))
  return (
    <>
      <PageHeader title={t('title')} />
      {!numbers && <Skeleton className="m-4 h-64" />}
      {numbers && (numbers.length === 0 || corpora.length === 0) && (
        <Missing project={project} what={numbers.length === 0 ? 'noRelease' : 'noCorpus'} />
      )}
      {numbers && numbers.length > 0 && corpora.length > 0 && (
        <Workbench project={project} canLead={canLead} corpora={corpora} releases={numbers} />
      )}
    </>
  )
}

function Missing({ project, what }: { project: string; what: 'noRelease' | 'noCorpus' }) {
  const t = useTranslations(`synthesis.${what}`)
  const address = what === 'noRelease' ? 'library/releases' : 'corpora/import'
  return (
    <EmptyState
      icon={Layers2}
      title={t('title')}
      action={
        <Link href={`/p/${project}/${address}` as never} className={buttonClasses({ variant: 'primary' })}>
          {t('action')}
        </Link>
      }
    >
      {t('text')}
    </EmptyState>
  )
}

type WorkbenchProps = Props & { releases: { number: number; itemCount: number }[] }

/** The server answers within a fifth of a second; the hand that turns a knob should rest about as long. */
const REST_MS = 150

function Workbench({ project, canLead, corpora, releases }: WorkbenchProps) {
  const t = useTranslations('synthesis')
  const [release, setRelease] = useQueryState('release', parseAsInteger.withDefault(releases[0]!.number))
  const [first] = useState<Recipe>(() => recipeSchema.parse({ corpora: corpora.map(({ id }) => id) }))
  const draft = useRecipeDraft(first, { project, corpora })
  const { recipe } = draft
  const settled = useSettled(recipe, REST_MS)
  const preview = usePreviewRun(project, release, settled)
  const mix = preview.data?.mix.map(({ share, ...part }) => ({ ...part, amount: share })) ?? []
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="grid grid-cols-1 lg:grid-cols-[23rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4 border-line p-4 lg:border-r">
          <RecipeBar {...{ project, canLead, draft, corpora }} />
          <Select
            label={t('fields.release')}
            className="w-full"
            value={String(release)}
            onChange={(value) => setRelease(Number(value))}
            options={releases.map(({ number, itemCount }) => ({
              value: String(number),
              label: t('fields.releaseOption', { number, count: itemCount }),
            }))}
          />
          {canLead && <Start project={project} release={release} recipe={recipe} preview={preview.data} />}
          <RecipeForm recipe={recipe} corpora={corpora} onRecipe={draft.change} onPreset={draft.preset} />
        </div>
        <div className="min-w-0 border-line max-lg:border-t lg:sticky lg:top-0 lg:h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <RecordPreview
            project={project}
            release={release}
            seed={settled.seed}
            preview={preview.data}
            error={preview.error}
            stale={preview.isFetching || settled !== recipe}
            nameOf={(id) => corpora.find((corpus) => corpus.id === id)?.name ?? id}
          />
          {mix.length > 0 && (
            <div className="hairline-t flex flex-col gap-2 p-4">
              <h2 className="font-semibold">{t('mix.title')}</h2>
              <MixPicture parts={mix} counted={false} />
            </div>
          )}
        </div>
      </div>
      <RunsTable project={project} />
    </div>
  )
}

type StartProps = {
  project: string
  release: number
  recipe: Recipe
  preview?: { estimate: { instructions: number; bytes: number }; coverage: Coverage }
}

function Start({ project, release, recipe, preview }: StartProps) {
  const estimate = preview?.estimate
  const t = useTranslations('synthesis')
  const router = useRouter()
  const bytes = useBytes()
  const start = useStartRun(project)
  const nothing = recipe.corpora.length === 0
  const compose = () =>
    start.mutate(
      { release, recipe },
      { onSuccess: ({ run }) => router.push(`/p/${project}/compose/${run.number}` as never) },
    )
  return (
    <div className="flex flex-col gap-2">
      <p className="min-h-5 tabular-nums" role="status">
        {nothing
          ? t('needCorpus')
          : estimate && t('estimate', { count: estimate.instructions, size: bytes(estimate.bytes) })}
      </p>
      {preview && <CoverageLine coverage={preview.coverage} recipe={recipe} />}
      <ErrorLine error={start.error} />
      <Button variant="primary" size="lg" busy={start.isPending} disabled={nothing} onClick={compose}>
        {t('start')}
      </Button>
    </div>
  )
}
