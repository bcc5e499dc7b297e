'use client'

import { useTranslations } from 'next-intl'
import { useCommandName } from '@/components/reviews/keys/command-name'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { canHaveKey, clashOf, type DeskCommand, type KeyMap } from '@/lib/reviews/keys/model'

type Props = {
  command: DeskCommand
  keys: KeyMap
  /** Who has the key that was pressed. */
  other: DeskCommand
  onSwap: (keys: { [Name in DeskCommand]?: string | null }) => void
  onKeep: () => void
}

/** Who has the key already; the two commands can change theirs with each other where each may have the other's. */
export function KeyClash({ command, keys, other, onSwap, onKeep }: Props) {
  const t = useTranslations('keys')
  const nameOf = useCommandName()
  const wanted = keys[other]
  const given = keys[command]
  const swapped: KeyMap = { ...keys, [command]: wanted, [other]: given }
  const canSwap =
    !canHaveKey(command, wanted) &&
    !canHaveKey(other, given) &&
    !clashOf(swapped, command, wanted) &&
    !clashOf(swapped, other, given)
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-1.5 text-waiting text-xs">
      <span className="flex items-center gap-1">
        <Kbd keys={wanted} />
        {t('taken', { command: nameOf(other) })}
      </span>
      {canSwap && (
        <Button size="sm" onClick={() => onSwap({ [command]: wanted, [other]: given })}>
          {t('swap')}
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={onKeep}>
        {t('keep')}
      </Button>
    </div>
  )
}
