import { Button as BaseButton } from '@base-ui/react/button'
import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

export const buttonClasses = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium select-none transition-colors disabled:opacity-55 data-disabled:cursor-not-allowed data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border border-line bg-surface text-fg hover:bg-hover active:bg-pressed',
        quiet: 'text-muted hover:bg-hover hover:text-fg active:bg-pressed',
        danger: 'bg-rejected-fill text-on-accent hover:brightness-95',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs',
        md: 'h-8 px-3 text-sm',
        lg: 'h-10 px-4 text-sm',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

type Props = ComponentProps<typeof BaseButton> &
  VariantProps<typeof buttonClasses> & {
    /** Shows that the deed is under way and takes no second click; focus stays. */
    busy?: boolean
    className?: string
  }

/** A deed. For a place to go, give a link `buttonClasses()`. */
export function Button({ variant, size, busy, className, children, disabled, ...rest }: Props) {
  return (
    <BaseButton
      className={cn(buttonClasses({ variant, size }), className)}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </BaseButton>
  )
}
