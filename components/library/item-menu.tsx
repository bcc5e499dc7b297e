'use client'

import { CopyPlus, MoreHorizontal, Split } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ForkDialog } from '@/components/library/fork-dialog'
import { SplitDialog } from '@/components/library/split-dialog'
import { useBothLanguages } from '@/components/reviews/use-title'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { LibraryItem } from '@/lib/library/schema'

type Props = { project: string; item: LibraryItem; canLead: boolean }

/** What is seldom done with something in the library. */
export function ItemMenu({ project, item, canLead }: Props) {
  const t = useTranslations('library.item')
  const title = useBothLanguages()(item.title)
  const [deed, setDeed] = useState<'fork' | 'split' | null>(null)
  const about = { project, artifact: item.artifactId, title, onClose: () => setDeed(null) }
  const canSplit =
    canLead &&
    !item.retired &&
    item.kind !== 'application' &&
    item.kind !== 'pair' &&
    item.state !== 'waiting'
  return (
    <>
      <Menu align="end" trigger={<IconButton icon={MoreHorizontal} size="sm" label={t('more')} />}>
        <MenuItem icon={CopyPlus} onSelect={() => setDeed('fork')}>
          {t('fork')}
        </MenuItem>
        {canSplit && (
          <MenuItem icon={Split} onSelect={() => setDeed('split')}>
            {t('split')}
          </MenuItem>
        )}
      </Menu>
      {deed === 'fork' && <ForkDialog {...about} />}
      {deed === 'split' && <SplitDialog {...about} kind={item.kind} />}
    </>
  )
}
