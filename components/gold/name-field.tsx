'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { isComposing } from '@/components/ui/screen-keys'

type Props = { label: string; names: readonly string[]; onName: (name: string) => void }

/** A name that is typed, with those that are known to choose from. Enter takes it. */
export function NameField({ label, names, onName }: Props) {
  const t = useTranslations('gold')
  const id = useId()
  const [name, setName] = useState('')
  const take = () => {
    if (name.trim() === '') return
    onName(name.trim())
    setName('')
  }
  return (
    <span className="inline-flex items-center gap-1">
      <Input
        className="h-7 w-36"
        list={id}
        value={name}
        aria-label={label}
        placeholder={label}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          take()
        }}
      />
      <datalist id={id}>
        {names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button size="sm" disabled={name.trim() === ''} onClick={take}>
        {t('take')}
      </Button>
    </span>
  )
}
