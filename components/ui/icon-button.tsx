import { Button as BaseButton } from '@base-ui/react/button'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { Tooltip } from '@/components/ui/tooltip'

type Props = Omit<ComponentProps<typeof BaseButton>, 'children' | 'aria-label'> & {
  icon: LucideIcon
  /** Its accessible name and its tooltip. */
  label: string
  keys?: string
  /** Without a tooltip, where the sign says enough. */
  silent?: boolean
  size?: 'sm' | 'md'
  className?: string
}

export function IconButton({ icon: Icon, label, keys, silent, size = 'md', className, ...rest }: Props) {
  const button = (
    <BaseButton
      aria-label={label}
      className={cn(
        'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-fg active:bg-pressed data-disabled:opacity-55 [&_svg]:size-4',
        size === 'sm' ? 'size-7' : 'size-8',
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden />
    </BaseButton>
  )
  if (silent) return button
  return (
    <Tooltip label={label} keys={keys}>
      {button}
    </Tooltip>
  )
}
