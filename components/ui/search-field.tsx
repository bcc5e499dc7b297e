'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { controlClasses } from '@/components/ui/input'
import { useScreenKeys } from '@/components/ui/screen-keys'

type Props = {
  value: string
  /** Called when typing has paused for 200 ms, never in the middle of a composition. */
  onChange: (value: string) => void
  label: string
  className?: string
}

/** A search box that `/` focuses. */
export function SearchField({ value, onChange, label, className }: Props) {
  const t = useTranslations('ui')
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  useEffect(() => {
    if (composing || typed === value) return
    const timer = setTimeout(() => onChange(typed), 200)
    return () => clearTimeout(timer)
  }, [typed, composing, value, onChange])
  useScreenKeys([{ keys: '/', label: t('search'), run: () => input.current?.focus() }])
  return (
    <div className={cn('relative w-64 max-w-full', className)}>
      <Search className="pointer-events-none absolute top-1.5 left-2 size-4 text-muted" aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        className={cn(
          controlClasses,
          'h-7 appearance-none border-line pr-7 pl-8 text-xs [&::-webkit-search-cancel-button]:hidden',
        )}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={t('clear')}
          onClick={() => {
            setTyped('')
            onChange('')
            input.current?.focus()
          }}
          className="absolute top-0.5 right-0.5 flex size-6 items-center justify-center rounded-sm text-muted hover:text-fg"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  )
}
