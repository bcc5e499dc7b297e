'use client'

import { useTranslations } from 'next-intl'
import { splitFences } from '@/components/models/split-fences'
import type { CallDetail } from '@/lib/calls/schema'

export const rawClasses =
  'max-h-[32rem] overflow-auto whitespace-pre-wrap rounded-md bg-sunken p-3 font-mono text-xs [unicode-bidi:plaintext]'

/** What was asked, message by message, with what is not our own words in its fences. */
export function CallMessages({ messages }: Pick<CallDetail, 'messages'>) {
  const t = useTranslations('models.call')
  return (
    <ol className="flex flex-col gap-4">
      {messages.map(({ role, content }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place in the talk
        <li key={index} className="flex flex-col gap-1.5">
          <h3 className="text-muted text-xs">{t(`message.${role}`)}</h3>
          {splitFences(content).map((part, at) =>
            part.kind === 'words' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: and so is a part of it
              <p key={at} className="reading whitespace-pre-wrap text-sm">
                {part.text}
              </p>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: likewise
              <Fence key={at} name={part.name} text={part.text} />
            ),
          )}
        </li>
      ))}
    </ol>
  )
}

function Fence({ name, text }: { name: string; text: string }) {
  const t = useTranslations('models.call')
  return (
    <section aria-label={t('fence', { name })} className="rounded-md border border-line">
      <p className="hairline-b px-2 py-0.5 font-mono text-2xs text-muted">{name}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-72 overflow-auto whitespace-pre-wrap p-2 font-mono text-xs [unicode-bidi:plaintext]"
      >
        {text}
      </pre>
    </section>
  )
}
