'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useProject } from '@/components/projects/current-project'
import { openKeySheet, togglePalette, useOverlay } from '@/components/shell/palette-state'
import { stationHref } from '@/components/shell/stations'
import { useStations } from '@/components/shell/use-stations'
import { useScreenKeys } from '@/components/ui/screen-keys'

const CommandPalette = dynamic(() =>
  import('@/components/shell/command-palette').then((part) => part.CommandPalette),
)
const KeySheet = dynamic(() => import('@/components/shell/key-sheet').then((part) => part.KeySheet))

/** The keys that work on every screen of a project, and what they open. */
export function ShellKeys() {
  const stations = useStations()
  const t = useTranslations('shell')
  const router = useRouter()
  const { slug } = useProject()
  const overlay = useOverlay()
  const group = t('keys.everywhere')
  useScreenKeys([
    { keys: 'Mod+k', label: t('palette.open'), group, run: togglePalette, whileTyping: true },
    { keys: '?', label: t('keys.open'), group, run: openKeySheet },
    ...stations.map(({ key, path, keys }) => ({
      keys,
      label: t(`nav.${key}`),
      group,
      run: () => router.push(stationHref(slug, path) as never),
    })),
  ])
  if (overlay === 'palette') return <CommandPalette />
  if (overlay === 'keys') return <KeySheet />
  return null
}
