'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { strategyFill } from '@/components/recipes/strategy-look'
import { type MixPart, sumBy } from '@/components/synthesis/mix-parts'
import { MixTable } from '@/components/synthesis/mix-table'
import { useMixWords } from '@/components/synthesis/use-mix-words'

/** Carriers of one picture, commonest first, in shades that neighbours differ by. */
const SHADES = [0.9, 0.5, 0.7, 0.3, 0.8, 0.4, 0.6, 0.2, 0.75, 0.1]

/** The mix of records: for each task form how it divides into strategies, and into syntaxes; the numbers beneath. */
export function MixPicture({ parts, counted }: { parts: readonly MixPart[]; counted: boolean }) {
  const t = useTranslations('synthesis.mix')
  const format = useFormatter()
  const words = useMixWords()
  const total = parts.reduce((sum, { amount }) => sum + amount, 0)
  if (total === 0) return null
  const carriers = sumBy(parts, ({ carrier }) => carrier)
  const mixes = sumBy(parts, ({ strategies }) => strategies.join('+'))
  const shadeOf = (carrier: string) => {
    const at = carriers.findIndex(({ key }) => key === carrier)
    return `color-mix(in oklab, var(--color-fg) ${SHADES[at % SHADES.length]! * 70}%, var(--color-canvas))`
  }
  const fillOf = (key: string) => strategyFill(words.strategiesOf(key))
  return (
    <section className="flex flex-col gap-3" aria-label={t('title')}>
      <div className="grid grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)_minmax(0,1fr)_max-content] items-center gap-x-3 gap-y-1.5">
        <span />
        <span className="text-muted text-xs">{t('byStrategy')}</span>
        <span className="text-muted text-xs">{t('byCarrier')}</span>
        <span />
        {sumBy(parts, ({ taskForm }) => taskForm).map(({ key: form, amount, own }) => (
          <div key={form} className="contents">
            <span className="truncate text-xs" title={words.form(form)}>
              {words.form(form)}
            </span>
            <Bar
              pieces={inOrder(
                mixes,
                sumBy(own, ({ strategies }) => strategies.join('+')),
              )}
              fillOf={fillOf}
              wordsOf={words.strategies}
            />
            <Bar
              pieces={inOrder(
                carriers,
                sumBy(own, ({ carrier }) => carrier),
              )}
              fillOf={shadeOf}
              wordsOf={words.carrier}
            />
            <span className="text-right text-muted text-xs tabular-nums">
              {format.number(amount / total, { style: 'percent' })}
            </span>
          </div>
        ))}
      </div>
      <Legend entries={mixes} total={total} fillOf={fillOf} wordsOf={words.strategies} />
      <Legend entries={carriers} total={total} fillOf={shadeOf} wordsOf={words.carrier} />
      <MixTable parts={parts} counted={counted} />
    </section>
  )
}

type Sum = { key: string; amount: number }

/** In the order of the whole, so that a colour stands at the same place in each bar. */
function inOrder(whole: readonly Sum[], own: readonly Sum[]): Sum[] {
  return whole.flatMap(({ key }) => own.filter((one) => one.key === key))
}

type Look = { fillOf: (key: string) => string; wordsOf: (key: string) => string }

function Bar({ pieces, fillOf, wordsOf }: Look & { pieces: readonly Sum[] }) {
  const format = useFormatter()
  const total = pieces.reduce((sum, { amount }) => sum + amount, 0)
  const shareOf = (amount: number) => format.number(amount / total, { style: 'percent' })
  return (
    <div
      role="img"
      aria-label={pieces.map(({ key, amount }) => `${wordsOf(key)} ${shareOf(amount)}`).join(', ')}
      className="flex h-3.5 gap-px overflow-hidden rounded-xs"
    >
      {pieces.map(({ key, amount }) => (
        <span
          key={key}
          title={`${wordsOf(key)} ${shareOf(amount)}`}
          className="min-w-px opacity-80"
          style={{ width: `${(amount / total) * 100}%`, background: fillOf(key) }}
        />
      ))}
    </div>
  )
}

function Legend({ entries, total, fillOf, wordsOf }: Look & { entries: readonly Sum[]; total: number }) {
  const format = useFormatter()
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
      {entries.map(({ key, amount }) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-xs opacity-80" style={{ background: fillOf(key) }} />
          {wordsOf(key)}
          <span className="text-muted tabular-nums">
            {format.number(amount / total, {
              style: 'percent',
              maximumFractionDigits: amount / total < 0.01 ? 1 : 0,
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
