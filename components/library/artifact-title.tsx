'use client'

import { CorpusLabels } from '@/components/corpora/label-book'
import { useBothLanguages } from '@/components/reviews/use-title'
import { LabelTag } from '@/components/ui/label-hue'
import type { LibraryItem } from '@/lib/library/schema'

/** What something in the library is called: a guideline by its label, everything else in words. */
export function ArtifactTitle({ item }: { item: Pick<LibraryItem, 'kind' | 'key' | 'title' | 'corpusId'> }) {
  const inWords = useBothLanguages()
  if (item.kind === 'guideline')
    return (
      <CorpusLabels of={[item.corpusId]}>
        <LabelTag label={item.key} />
      </CorpusLabels>
    )
  return <span title={inWords(item.title)}>{inWords(item.title)}</span>
}
