import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

/** In a sentence. */
export const linkClasses =
  'text-accent-text underline decoration-current/30 underline-offset-2 hover:decoration-current'
/** Where the place says that it is a link: table cells, figures, breadcrumbs. */
export const quietLinkClasses = 'text-inherit hover:underline underline-offset-2 decoration-line-strong'

type Props = Omit<ComponentProps<typeof Link>, 'href'> & { href: string; quiet?: boolean }

export function TextLink({ quiet, className, href, ...rest }: Props) {
  return (
    <Link className={cn(quiet ? quietLinkClasses : linkClasses, className)} href={href as never} {...rest} />
  )
}
