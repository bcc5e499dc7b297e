'use client'

import { useTranslations } from 'next-intl'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import type { Answer, AnswerGroup, AnswerItem, FieldValue } from '@/lib/tasks/model'

/** What a gold says beside its marks in the text: group by group, strings in a row and records as a small table. */
export function AnswerView({ answer }: { answer: Answer }) {
  const t = useTranslations('corpora.answer')
  if (answer.length === 0) return null
  return (
    <dl className="grid max-w-[70ch] grid-cols-[minmax(4rem,max-content)_minmax(0,1fr)] gap-x-3 gap-y-1.5 pt-1.5 max-sm:grid-cols-1">
      {answer.map((group) => (
        <div key={group.label} className="contents">
          <dt className="min-w-0 pt-0.5">
            {isOwnWord(group.label) ? (
              <span className="text-muted text-xs">{t(group.label)}</span>
            ) : (
              <LabelTag label={group.label} />
            )}
          </dt>
          <dd className="min-w-0">
            <Items group={group} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The one group of a form that does not answer label by label is named by Gloss, not by the corpus. */
const OWN_WORDS = ['answer', 'label', 'tuples', 'response'] as const

function isOwnWord(label: string): label is (typeof OWN_WORDS)[number] {
  return OWN_WORDS.some((word) => word === label)
}

function Items({ group: { label, items } }: { group: AnswerGroup }) {
  const t = useTranslations('corpora.answer')
  const nameOf = useNameOf()
  /** Classes are labels, and stand as items. */
  const shown = (item: string) => (label === 'label' ? nameOf(item) : item)
  if (items.length === 0) return <span className="text-muted text-xs">{t('nothing')}</span>
  const records = items.filter((item): item is Exclude<AnswerItem, string> => typeof item !== 'string')
  if (records.length > 0) return <Records records={records} />
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words can stand here twice, and items never move
        <li key={at} className="whitespace-pre-wrap break-words">
          {typeof item === 'string' && shown(item)}
        </li>
      ))}
    </ul>
  )
}

function Records({ records }: { records: readonly Record<string, FieldValue>[] }) {
  const fields = Object.keys(records[0] ?? {})
  return (
    <div className="overflow-x-auto">
      <table className="border-collapse text-left">
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col" className="whitespace-nowrap pr-4 font-normal text-muted text-xs">
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two records can say the same, and they never move
            <tr key={at} className="align-top">
              {fields.map((field) => (
                <td key={field} className="min-w-24 max-w-96 break-normal py-0.5 pr-4">
                  <Value value={record[field] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Value({ value }: { value: FieldValue }) {
  const t = useTranslations('corpora.answer')
  if (value === null) return <span className="text-muted">{t('none')}</span>
  return <>{typeof value === 'string' ? value : value.join(' · ')}</>
}
