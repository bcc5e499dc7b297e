import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The desk before its first draft: the same columns, so that nothing moves when it comes. */
export function DeskSkeleton() {
  const t = useTranslations('reviews.desk')
  return (
    <>
      <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 px-5 py-4">
        <Skeleton className="h-6 w-1/2" />
        <Skeleton className="w-1/3" />
        <Lines widths={['w-full', 'w-11/12', 'w-2/3', 'w-full', 'w-4/5', 'w-11/12', 'w-1/2']} />
      </div>
      <div className="flex flex-col gap-3 border-line px-4 py-3 lg:border-l">
        <Skeleton className="w-1/3" />
        <Skeleton className="h-8" />
        <Lines widths={['w-full', 'w-4/5', 'w-full', 'w-3/4', 'w-11/12', 'w-full']} />
      </div>
      <div className="flex flex-col gap-3 border-line px-4 py-4 lg:border-l">
        <Skeleton className="w-1/2" />
        <Lines widths={['w-full', 'w-3/4']} />
      </div>
    </>
  )
}

function Lines({ widths }: { widths: readonly string[] }) {
  return widths.map((width, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line of a skeleton is its place
    <Skeleton key={index} className={width} />
  ))
}
