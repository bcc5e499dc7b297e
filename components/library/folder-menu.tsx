'use client'

import { Download, FolderGit2, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ImportDialog } from '@/components/library/import-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { WritingCorpus } from '@/components/writing/writing-dialog'
import { exportLibraryEndpoint } from '@/lib/library/folder/schema'
import { endpointUrl } from '@/lib/platform/call-endpoint'

type Props = { project: string; canLead: boolean; corpora: readonly WritingCorpus[] }

/** The library as a folder: taken out, and brought in. */
export function FolderMenu({ project, canLead, corpora }: Props) {
  const t = useTranslations('library.folder')
  const [open, setOpen] = useState(false)
  const download = () => {
    const href = endpointUrl(exportLibraryEndpoint, { params: { project } })
    Object.assign(document.createElement('a'), { href, download: '' }).click()
  }
  return (
    <>
      <Menu align="end" trigger={<IconButton icon={FolderGit2} label={t('title')} />}>
        <MenuItem icon={Download} onSelect={download}>
          {t('export')}
        </MenuItem>
        {canLead && (
          <MenuItem icon={Upload} onSelect={() => setOpen(true)}>
            {t('import')}
          </MenuItem>
        )}
      </Menu>
      {open && <ImportDialog project={project} corpora={corpora} onClose={() => setOpen(false)} />}
    </>
  )
}
