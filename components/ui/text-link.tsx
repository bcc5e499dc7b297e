import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

/** In a sentence. */
export const linkClasses =
  'text-accent-text underline decoration-current/30 underline-offset-2 hover:decoration-current'
/** Where the place says that it is a link: table cells, figures, breadcrumbs. */
export const quietLinkClasses = 'text-inherit hover:underline underline-offset-2 decoration-line-strong'

export function TextLink<Route extends string>({
  quiet,
  className,
  ...rest
}: ComponentProps<typeof Link<Route>> & { quiet?: boolean }) {
  return <Link className={cn(quiet ? quietLinkClasses : linkClasses, className)} {...rest} />
}
