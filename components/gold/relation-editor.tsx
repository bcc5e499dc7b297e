'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EditRow } from '@/components/gold/edit-row'
import type { EditorProps } from '@/components/gold/editor-props'
import { changeAt, removeEntity, wordsAt } from '@/components/gold/gold-edits'
import { MarkingText } from '@/components/gold/marking-text'
import { NameField } from '@/components/gold/name-field'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { Offsets } from '@/lib/tasks/model'
import type { ReGold } from '@/lib/tasks/re/gold'

type Props = EditorProps<ReGold> & {
  /** Are the labels those of entities, as for knowledge graphs, or of relations? */
  ofEntities: boolean
}

/** Entities, marked in the text, and the relations between them. */
export function RelationEditor({ text, gold, labels, onChange, ofEntities }: Props) {
  const t = useTranslations('gold')
  const { entities, relations } = gold
  const used = [...new Set(entities.map(({ label }) => label).filter(Boolean))]
  const types = [...new Set([...(ofEntities ? labels : []), ...used])]
  const kinds = [...new Set([...(ofEntities ? [] : labels), ...relations.map(({ type }) => type)])]
  const untyped = t('untyped')
  const mark = (name: string, place: Offsets) =>
    onChange({ ...gold, entities: [...entities, { ...place, label: name === untyped ? '' : name }] })
  const remove = ({ start, end }: Offsets) => {
    const at = entities.findIndex((one) => one.start <= end && one.end >= start)
    if (at >= 0) onChange(removeEntity(gold, at))
  }
  return (
    <div className="flex flex-col gap-3">
      <MarkingText
        text={text}
        spans={entities}
        choices={[...types.map((name) => ({ name, isLabel: true })), { name: untyped }]}
        onMark={mark}
        onRemove={remove}
        other={(place) => <NameField label={t('type')} names={types} onName={(name) => mark(name, place)} />}
      />
      <ul aria-label={t('entities')}>
        {entities.map((entity, at) => (
          <EditRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the very same place may be two entities
            key={`${entity.start}-${entity.end}-${at}`}
            name={wordsAt(text, entity)}
            onRemove={() => onChange(removeEntity(gold, at))}
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">{wordsAt(text, entity)}</span>
            <Select
              size="sm"
              quiet
              label={t('labelOf', { name: wordsAt(text, entity) })}
              value={entity.label || untyped}
              onChange={(label) =>
                onChange({
                  ...gold,
                  entities: changeAt(entities, at, (one) => ({
                    ...one,
                    label: label === untyped ? '' : label,
                  })),
                })
              }
              options={[...types, untyped].map((value) => ({ value, label: value }))}
            />
          </EditRow>
        ))}
      </ul>
      <Relations text={text} gold={gold} kinds={kinds} onChange={onChange} />
    </div>
  )
}

type RelationsProps = Pick<Props, 'text' | 'gold' | 'onChange'> & { kinds: readonly string[] }

function Relations({ text, gold, kinds, onChange }: RelationsProps) {
  const t = useTranslations('gold')
  const { entities, relations } = gold
  const [added, setAdded] = useState<string[]>([])
  const all = [...new Set([...kinds, ...added])]
  const ends = entities.map((entity, at) => ({ value: String(at), label: wordsAt(text, entity) }))
  const first = all[0]
  return (
    <section aria-label={t('relations')} className="flex flex-col gap-1">
      <h4 className="font-medium text-muted text-xs">{t('relations')}</h4>
      <ul>
        {relations.map((relation, at) => (
          <EditRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the same relation may be said twice while it is edited
            key={at}
            name={relation.type}
            onRemove={() => onChange({ ...gold, relations: changeAt(relations, at, () => null) })}
          >
            {(['head', 'type', 'tail'] as const).map((part) => (
              <Select
                key={part}
                size="sm"
                label={t(part)}
                value={String(relation[part])}
                onChange={(value) =>
                  onChange({
                    ...gold,
                    relations: changeAt(relations, at, (one) => ({
                      ...one,
                      [part]: part === 'type' ? value : Number(value),
                    })),
                  })
                }
                options={part === 'type' ? all.map((value) => ({ value, label: value })) : ends}
              />
            ))}
          </EditRow>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          disabled={entities.length < 2 || first === undefined}
          onClick={() => onChange({ ...gold, relations: [...relations, { type: first!, head: 0, tail: 1 }] })}
        >
          {t('addRelation')}
        </Button>
        <NameField label={t('type')} names={all} onName={(name) => setAdded([...added, name])} />
      </div>
    </section>
  )
}
