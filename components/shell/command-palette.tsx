'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import { CircleUser, Folder, Keyboard, Languages, LogOut, type LucideIcon, SunMoon } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { locales, themes } from '@/components/i18n/locale'
import { useSignOut } from '@/components/people/account.query'
import { useProject } from '@/components/projects/current-project'
import { useProjects } from '@/components/projects/projects.query'
import { closeOverlay, openKeySheet } from '@/components/shell/palette-state'
import { useChooseLocale, useTheme } from '@/components/shell/preferences'
import { stationHref } from '@/components/shell/stations'
import { useStations } from '@/components/shell/use-stations'
import { cn } from '@/components/ui/cn'
import { popupClasses, scrimClasses } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useRegisteredKeys } from '@/components/ui/screen-keys'

/** Go to, do, switch project, theme, language: everything by name. */
export function CommandPalette() {
  const t = useTranslations('shell')
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeOverlay()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimClasses} />
        <Dialog.Popup className={cn(popupClasses, 'max-w-xl')} aria-label={t('palette.open')}>
          <Command label={t('palette.open')} loop className="flex min-h-0 flex-col">
            <Command.Input
              autoFocus
              placeholder={t('palette.placeholder')}
              className="hairline-b h-12 shrink-0 bg-transparent px-4 text-base outline-none"
            />
            <Command.List className="min-h-0 overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-muted">{t('palette.empty')}</Command.Empty>
              <GoTo />
              <Deeds />
              <OtherProjects />
              <Preferences />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function GoTo() {
  const stations = useStations()
  const t = useTranslations('shell')
  const router = useRouter()
  const { slug } = useProject()
  return (
    <Group heading={t('palette.goTo')}>
      {stations.map(({ key, path, keys, icon }) => (
        <Item
          key={key}
          icon={icon}
          keys={keys}
          word={t(`nav.${key}`)}
          run={() => router.push(stationHref(slug, path) as never)}
        />
      ))}
      <Item icon={Folder} word={t('allProjects')} run={() => router.push('/projects')} />
      <Item icon={CircleUser} word={t('account')} run={() => router.push('/account')} />
    </Group>
  )
}

/** What the current screen offers by key, and what every screen does. */
function Deeds() {
  const t = useTranslations('shell')
  const signOut = useSignOut()
  const deeds = useRegisteredKeys().filter((key) => key.deed && key.run)
  return (
    <Group heading={t('palette.do')}>
      {deeds.map((deed) => (
        <Item
          key={deed.keys}
          word={deed.label}
          keys={deed.keys}
          run={() => deed.run!(new KeyboardEvent('keydown', { key: deed.keys }))}
        />
      ))}
      <Item icon={Keyboard} word={t('keys.open')} keys="?" run={openKeySheet} />
      <Item icon={LogOut} word={t('signOut')} run={() => signOut.mutate()} />
    </Group>
  )
}

function OtherProjects() {
  const t = useTranslations('shell')
  const router = useRouter()
  const { slug } = useProject()
  const { data } = useProjects()
  const others = data?.items.filter((project) => project.slug !== slug) ?? []
  if (others.length === 0) return null
  return (
    <Group heading={t('palette.projects')}>
      {others.map((project) => (
        <Item
          key={project.id}
          icon={Folder}
          word={project.name}
          run={() => router.push(stationHref(project.slug, '') as never)}
        />
      ))}
    </Group>
  )
}

function Preferences() {
  const t = useTranslations('shell')
  const [, chooseTheme] = useTheme()
  const chooseLocale = useChooseLocale()
  return (
    <>
      <Group heading={t('palette.theme')}>
        {themes.map((theme) => (
          <Item
            key={theme}
            icon={SunMoon}
            word={`${t('theme')}: ${t(`themes.${theme}`)}`}
            run={() => chooseTheme(theme)}
          />
        ))}
      </Group>
      <Group heading={t('palette.language')}>
        {locales.map((locale) => (
          <Item
            key={locale}
            icon={Languages}
            word={`${t('language')}: ${t(`languages.${locale}`)}`}
            run={() => chooseLocale(locale)}
          />
        ))}
      </Group>
    </>
  )
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  )
}

type ItemProps = { icon?: LucideIcon; word: string; keys?: string; run: () => void }

function Item({ icon: Icon, word, keys, run }: ItemProps) {
  const choose = () => {
    closeOverlay()
    run()
  }
  return (
    <Command.Item
      onSelect={choose}
      className="flex h-8 cursor-default items-center gap-2.5 rounded-sm px-2 data-[selected=true]:bg-hover"
    >
      {Icon ? <Icon className="size-4 text-muted" aria-hidden /> : <span className="size-4" />}
      <span className="flex-1 truncate">{word}</span>
      {keys && <Kbd keys={keys} />}
    </Command.Item>
  )
}
