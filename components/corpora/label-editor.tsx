'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FixDialog } from '@/components/corpora/fix-dialog'
import { LabelChoice } from '@/components/corpora/label-choice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { CorpusView } from '@/lib/corpora/schema'

type Props = { project: string; corpus: CorpusView }

/** Chooses labels and gives them another name, makes them one, or takes them away. */
export function LabelEditor({ project, corpus }: Props) {
  const t = useTranslations('fixes.editor')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [to, setTo] = useState('')
  const from = chosen.filter((label) => corpus.labels.some((one) => one.label === label))
  const toggle = (label: string) =>
    setChosen(from.includes(label) ? from.filter((one) => one !== label) : [...from, label])
  const reset = () => {
    setChosen([])
    setTo('')
  }
  const name = to.trim()
  const renamed = from.filter((label) => label !== name)
  const given = { project, corpus: corpus.id, onOrdered: reset }
  return (
    <section className="flex max-w-3xl flex-col gap-2" aria-labelledby="label-editor">
      <h2 id="label-editor" className="font-semibold">
        {t('title')}
      </h2>
      <p className="text-muted">{t('text')}</p>
      <LabelChoice labels={corpus.labels} chosen={from} onToggle={toggle} />
      {from.length > 0 && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label={t(from.length > 1 ? 'mergeInto' : 'newName')} className="w-64 max-w-full">
            <Input value={to} maxLength={200} onChange={(event) => setTo(event.target.value)} />
          </Field>
          <FixDialog
            {...given}
            fix={{ kind: 'relabel', from: renamed, to: name, part: 'label' }}
            trigger={
              <Button variant="primary" disabled={name === '' || renamed.length === 0}>
                {t(from.length > 1 ? 'merge' : 'rename')}
              </Button>
            }
          />
          <FixDialog
            {...given}
            fix={{ kind: 'drop-label', from, part: 'label' }}
            trigger={<Button>{t('drop', { count: from.length })}</Button>}
          />
        </div>
      )}
    </section>
  )
}
