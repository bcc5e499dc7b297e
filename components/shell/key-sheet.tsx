'use client'

import { Keyboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import KeysDialog from '@/components/reviews/keys/keys-dialog'
import { closeOverlay } from '@/components/shell/palette-state'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { type ScreenKey, useRegisteredKeys } from '@/components/ui/screen-keys'
import { Sheet } from '@/components/ui/sheet'

/** Every key that works on this screen, its own first. */
export function KeySheet() {
  const t = useTranslations('shell.keys')
  const change = useTranslations('keys')('open')
  const keys = useRegisteredKeys()
  const groups = new Map<string, ScreenKey[]>()
  for (const key of [...keys].sort((a, b) => Number(Boolean(a.group)) - Number(Boolean(b.group)))) {
    const group = key.group ?? t('screen')
    groups.set(group, [...(groups.get(group) ?? []), key])
  }
  return (
    <Sheet open onOpenChange={(open) => !open && closeOverlay()} title={t('title')}>
      {[...groups].map(([group, members]) => (
        <section key={group} className="pb-5">
          <h3 className="pb-1 text-muted text-xs">{group}</h3>
          <dl>
            {members.map((key) => (
              <div
                key={`${key.keys} ${key.label}`}
                className="hairline-b flex min-h-8 items-center justify-between gap-4"
              >
                <dt>{key.label}</dt>
                <dd>
                  <Kbd keys={key.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <KeysDialog
        trigger={
          <Button size="sm">
            <Keyboard aria-hidden />
            {change}
          </Button>
        }
      />
    </Sheet>
  )
}
