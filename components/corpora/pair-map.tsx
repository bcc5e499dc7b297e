'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { InstanceFilter } from '@/components/corpora/instance-filter'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import type { SurveyContent } from '@/lib/corpora/survey/model'

type Props = { pairs: SurveyContent['pairs']; addressOf: (filter: Partial<InstanceFilter>) => string }

/** Which labels come together: the darker a cell, the more instances have both. Every cell leads to them. */
export function PairMap({ pairs: { labels, counts }, addressOf }: Props) {
  const t = useTranslations('survey.pairs')
  const nameOf = useNameOf()
  const most = Math.max(1, ...counts.flatMap((row, a) => row.filter((_count, b) => a !== b)))
  return (
    <section
      className="overflow-x-auto pb-1"
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="border-separate border-spacing-px">
        <tbody>
          {labels.slice(1).map((label, at) => (
            <tr key={label}>
              <th scope="row" className="sticky left-0 max-w-40 bg-canvas pr-2 text-right font-normal">
                <LabelTag label={label} />
              </th>
              {labels.slice(0, at + 1).map((other, place) => (
                <Cell
                  key={other}
                  labels={[other, label]}
                  count={counts[at + 1]![place]!}
                  most={most}
                  href={addressOf({ label: other, otherLabel: label })}
                />
              ))}
            </tr>
          ))}
          <tr aria-hidden>
            <td />
            {labels.slice(0, -1).map((label) => (
              <td key={label} className="h-28 align-top">
                <span className="inline-block max-h-28 truncate pt-1 text-muted text-xs [writing-mode:vertical-rl]">
                  {nameOf(label)}
                </span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

type CellProps = { labels: [string, string]; count: number; most: number; href: string }

/** Darker, and the figure on it would be hard to read. */
const DARKEST = 65

/** The root of the share, so that the few pairs that are everywhere do not leave all others white. */
function Cell({ labels: [one, other], count, most, href }: CellProps) {
  const t = useTranslations('survey.pairs')
  const format = useFormatter()
  const nameOf = useNameOf()
  const words = t('cell', { one: nameOf(one), other: nameOf(other), count })
  const share = Math.round(DARKEST * Math.sqrt(count / most))
  const background = `color-mix(in oklch, var(--color-accent) ${share}%, var(--color-sunken))`
  if (count === 0) return <td className="size-7 min-w-7 bg-sunken" title={words} />
  return (
    <td className="p-0">
      <Link
        href={href as never}
        prefetch={false}
        title={words}
        aria-label={words}
        className="flex size-7 items-center justify-center rounded-xs text-2xs hover:outline-2 hover:outline-focus"
        style={{ background }}
      >
        {format.number(count, { notation: 'compact', maximumFractionDigits: 0 })}
      </Link>
    </td>
  )
}
