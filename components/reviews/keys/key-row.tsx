'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { useCommandName } from '@/components/reviews/keys/command-name'
import { KeyClash } from '@/components/reviews/keys/key-clash'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { chordOf, isComposing } from '@/components/ui/screen-keys'
import { canHaveKey, clashOf, type DeskCommand, deskCommands, type KeyMap } from '@/lib/reviews/keys/model'

/** What somebody is about to change: a key is waited for, or one that was pressed cannot be had as it is. */
export type Asked = {
  command: DeskCommand
  refused?: string
  /** Who has the key already. */
  clash?: DeskCommand
}

type Props = {
  command: DeskCommand
  keys: KeyMap
  asked: Asked | null
  onAsk: (asked: Asked | null) => void
  onChange: (keys: { [Name in DeskCommand]?: string | null }) => void
}

export function KeyRow({ command, keys, asked, onAsk, onChange }: Props) {
  const t = useTranslations('keys')
  const name = useCommandName()(command)
  const [waits, setWaits] = useState(false)
  const mine = asked?.command === command ? asked : null
  const comesWith = deskCommands[command].key
  function wish(key: string) {
    setWaits(false)
    const refusal = canHaveKey(command, key)
    const other = clashOf(keys, command, key)
    if (refusal) onAsk({ command, refused: t(`why.${refusal.reason as 'key-moves'}`) })
    else if (other) onAsk({ command, clash: other })
    else if (key === keys[command]) onAsk(null)
    else onChange({ [command]: key === comesWith ? null : key })
  }
  function press(event: KeyboardEvent) {
    if (!waits || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (isComposing(event.nativeEvent)) return onAsk({ command, refused: t('why.composing') })
    if (event.key === 'Escape') {
      setWaits(false)
      return onAsk(null)
    }
    const key = chordOf(event.nativeEvent)
    if (key) wish(key)
  }
  return (
    <li className="hairline-b py-1" data-command={command}>
      <div className="flex min-h-8 items-center gap-2 max-lg:min-h-11">
        <span className="min-w-0 flex-1">{name}</span>
        {keys[command] !== comesWith && (
          <IconButton
            icon={RotateCcw}
            label={t('reset', { command: name })}
            size="sm"
            onClick={() => wish(comesWith)}
          />
        )}
        <Button
          size="sm"
          variant="quiet"
          aria-label={waits ? t('press') : t('change', { command: name, key: keys[command] })}
          className={cn(
            'min-w-12 justify-end px-1.5 max-lg:h-11',
            waits && 'bg-accent-soft text-accent-text',
          )}
          onClick={() => {
            setWaits(true)
            onAsk({ command })
          }}
          onKeyDown={press}
          onKeyUp={(event) => waits && event.preventDefault()}
          onBlur={() => setWaits(false)}
        >
          {waits ? t('press') : <Kbd keys={keys[command]} />}
        </Button>
      </div>
      {mine?.refused && (
        <p role="alert" className="pb-1 text-rejected text-xs">
          {mine.refused}
        </p>
      )}
      {mine?.clash && (
        <KeyClash {...{ command, keys }} other={mine.clash} onSwap={onChange} onKeep={() => onAsk(null)} />
      )}
    </li>
  )
}
