import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { controlClasses } from '@/components/ui/input'

/** Grows with what is typed. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <Field.Control
      render={<textarea {...rest} />}
      className={cn(controlClasses, 'field-sizing-content min-h-16 resize-y py-1.5', className)}
    />
  )
}
