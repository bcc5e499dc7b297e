'use client'

import { type ReactNode, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = {
  label: ReactNode
  hint?: string
  value: number | null
  min: number
  max: number
  /** 1 for whole numbers. */
  step?: number
  placeholder?: string
  className?: string
  onChange: (value: number) => void
  /** Given where nothing is an answer, too. */
  onClear?: () => void
}

/** A number within bounds, taken over as it is typed; what does not fit is not. */
export function NumberField({ label, hint, value, min, max, step = 1, onChange, onClear, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const fits = (next: number) => next >= min && next <= max && (step !== 1 || Number.isInteger(next))
  const take = (text: string) => {
    setTyped(text)
    if (text === '') onClear?.()
    else if (fits(Number(text))) onChange(Number(text))
  }
  const isWrong = typed !== null && (typed === '' ? !onClear : !fits(Number(typed)))
  return (
    <Field label={label} hint={hint} className={rest.className}>
      <Input
        type="number"
        inputMode={step === 1 ? 'numeric' : 'decimal'}
        min={min}
        max={max}
        step={step}
        placeholder={rest.placeholder}
        aria-invalid={isWrong || undefined}
        value={typed ?? value ?? ''}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
      />
    </Field>
  )
}
