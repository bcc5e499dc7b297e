'use client'

import { FileDown, FileUp, Sprout } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { endingOf, outlineFormats } from '@/lib/taxonomy/outline/model'

type Props = { project: string; canLead: boolean; onImport: () => void; onStart: () => void }

/** Bringing trees in and taking them out. */
export function FileMenu({ project, canLead, onImport, onStart }: Props) {
  const t = useTranslations('taxonomy.file')
  const save = (query: string) => {
    const link = document.createElement('a')
    link.href = `/api/projects/${encodeURIComponent(project)}/taxonomy/file?${query}`
    link.download = ''
    link.click()
  }
  return (
    <Menu align="end" trigger={<Button size="sm">{t('label')}</Button>}>
      {canLead && (
        <>
          <MenuItem icon={FileUp} onSelect={onImport}>
            {t('import')}
          </MenuItem>
          <MenuItem icon={Sprout} onSelect={onStart}>
            {t('starter')}
          </MenuItem>
          <MenuLine />
        </>
      )}
      {outlineFormats.map((format) => (
        <MenuItem key={format} icon={FileDown} onSelect={() => save(`format=${format}`)}>
          {t('export', { ending: endingOf[format] })}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={FileDown} onSelect={() => save('format=text&which=used')}>
        {t('exportUsed')}
      </MenuItem>
    </Menu>
  )
}
