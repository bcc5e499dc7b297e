'use client'

import { useTranslations } from 'next-intl'
import { InstanceText } from '@/components/corpora/instance-text'
import type { Preview } from '@/lib/corpora/schema'

/** Instances of a file behind one word, opened when somebody wants to see them. */
export function ExampleList({ instances }: { instances: Preview['instances'] }) {
  const t = useTranslations('fixes.plan')
  if (instances.length === 0) return null
  return (
    <details className="min-w-0">
      <summary className="w-fit cursor-pointer text-muted text-xs">{t('examples')}</summary>
      <ol className="flex flex-col gap-1 pt-1">
        {instances.map((instance, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one instance can carry two spellings, and the list stays as it is
          <li key={at} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-2">
            <span className="pt-1 text-right font-mono text-muted text-xs">{instance.line}</span>
            <InstanceText instance={instance} />
          </li>
        ))}
      </ol>
    </details>
  )
}
