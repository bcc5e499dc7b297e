import { type ReactNode, useId } from 'react'

/** A part of a page of the models: its name over a line, with what belongs to all of it at the end. */
export function PagePart({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <header className="hairline-b flex min-h-9 flex-wrap items-center justify-between gap-3 pb-1.5">
        <h2 id={id} className="font-medium">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
