import { Input as BaseInput } from '@base-ui/react/input'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

export const controlClasses =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-fg transition-colors hover:border-muted focus-visible:border-focus focus-visible:outline-2 focus-visible:-outline-offset-1 disabled:opacity-60 aria-invalid:border-rejected data-invalid:border-rejected'

export function Input({ className, ...rest }: ComponentProps<typeof BaseInput> & { className?: string }) {
  return <BaseInput className={cn(controlClasses, 'h-8', className)} {...rest} />
}
