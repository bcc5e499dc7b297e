'use client'

import { useTranslations } from 'next-intl'
import { type ReactElement, useState } from 'react'
import { useCommandName } from '@/components/reviews/keys/command-name'
import { type Asked, KeyRow } from '@/components/reviews/keys/key-row'
import { useChosenKeys, useRemapKeys } from '@/components/reviews/keys/keys.query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { type ChosenKeys, commandGroups, deskCommandNames, keyMapOf } from '@/lib/reviews/keys/model'

const GROUPS = Object.keys(commandGroups) as (keyof typeof commandGroups)[]

/** Every command of the desks with its key; a press of another key changes it, for this person and on every machine. */
export default function KeysDialog(props: {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  const t = useTranslations('keys')
  return (
    <Dialog wide {...props} title={t('title')} description={t('intro')}>
      <Keys />
    </Dialog>
  )
}

function Keys() {
  const t = useTranslations('keys')
  const { keys: chosen, error } = useChosenKeys()
  const remap = useRemapKeys()
  const nameOf = useCommandName()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [before, setBefore] = useState<ChosenKeys | null>(null)
  const [said, setSaid] = useState('')
  const keys = keyMapOf(chosen)
  function change(wanted: Parameters<typeof remap.mutate>[0], words: string) {
    setAsked(null)
    setBefore(null)
    remap.mutate(wanted, { onSuccess: () => setSaid(words) })
  }
  const resetAll = () =>
    remap.mutate(all(null), {
      onSuccess: () => {
        setBefore(chosen)
        setSaid(t('allReset'))
      },
    })
  return (
    <div className="flex flex-col gap-4">
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ErrorLine error={error ?? remap.error} />
      <div className="gap-8 sm:columns-2">
        {GROUPS.map((group) => (
          <section key={group} aria-label={t(`groups.${group}`)} className="break-inside-avoid pb-5">
            <h3 className="pb-1 text-muted text-xs">{t(`groups.${group}`)}</h3>
            <ul>
              {commandGroups[group].map((command) => (
                <KeyRow
                  key={command}
                  {...{ command, keys, asked }}
                  onAsk={setAsked}
                  onChange={(wanted) => change(wanted, t('changed', { command: nameOf(command) }))}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted text-xs">{t('where')}</p>
        {before ? (
          <Button size="sm" onClick={() => change({ ...all(null), ...before }, t('broughtBack'))}>
            {t('bringBack')}
          </Button>
        ) : (
          <Button
            size="sm"
            busy={remap.isPending}
            disabled={Object.keys(chosen).length === 0}
            onClick={resetAll}
          >
            {t('resetAll')}
          </Button>
        )}
      </footer>
    </div>
  )
}

function all(key: null) {
  return Object.fromEntries(deskCommandNames.map((name) => [name, key]))
}
