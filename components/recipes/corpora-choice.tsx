'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CorpusChoice } from '@/components/recipes/corpus-choice'
import { NumberField } from '@/components/recipes/number-field'
import { useRecipeWords } from '@/components/recipes/recipe-words'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { demandsOf } from '@/lib/corpora/licences/model'
import type { Recipe, RecipeCorpus } from '@/lib/synthesis/model'

type Props = { recipe: Recipe; corpora: CorpusChoice[]; onChange: (corpora: RecipeCorpus[]) => void }

/** Which corpora, and how much each counts. What is said of a corpus stays when it is taken out and in again. */
export function CorporaChoice({ recipe, corpora, onChange }: Props) {
  const t = useTranslations('recipes.corpora')
  const [said, setSaid] = useState<ReadonlyMap<string, RecipeCorpus>>(new Map())
  const chosen = new Map(recipe.corpora.map((one) => [one.id, one]))
  const sayingOf = (id: string) => chosen.get(id) ?? said.get(id) ?? { id, weight: 1, cap: null, forms: [] }
  const take = (isTaken: (id: string) => boolean) => {
    setSaid(new Map([...said, ...chosen]))
    onChange(corpora.filter(({ id }) => isTaken(id)).map(({ id }) => sayingOf(id)))
  }
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="sr-only">{t('title')}</legend>
      <div className="flex items-center gap-1 pb-1">
        <span aria-hidden className="flex-1 font-medium text-xs">
          {t('title')}
        </span>
        <Button size="sm" variant="quiet" disabled={chosen.size === 0} onClick={() => take(() => false)}>
          {t('none')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          disabled={chosen.size === corpora.length}
          onClick={() => take(() => true)}
        >
          {t('all')}
        </Button>
      </div>
      <ul className="flex max-h-72 flex-col overflow-y-auto">
        {corpora.map((corpus) => (
          <CorpusLine
            key={corpus.id}
            corpus={corpus}
            said={chosen.get(corpus.id) ?? null}
            isRefused={demandsOf(corpus.licence).some((demand) => !recipe.licences.includes(demand))}
            onToggle={() => take((id) => (id === corpus.id ? !chosen.has(id) : chosen.has(id)))}
            onSay={(next) => onChange(recipe.corpora.map((one) => (one.id === next.id ? next : one)))}
          />
        ))}
      </ul>
    </fieldset>
  )
}

type LineProps = {
  corpus: CorpusChoice
  said: RecipeCorpus | null
  /** Does its licence ask for what the recipe does not allow? */
  isRefused: boolean
  onToggle: () => void
  onSay: (next: RecipeCorpus) => void
}

function CorpusLine({ corpus, said, isRefused, onToggle, onSay }: LineProps) {
  const t = useTranslations('recipes.corpora')
  const format = useFormatter()
  const [open, setOpen] = useState(false)
  const { corpusText } = useRecipeWords([corpus])
  const words = said ? (isRefused ? t('refused', { licence: corpus.licence }) : corpusText(said)) : ''
  return (
    <li className="flex flex-col">
      <div className="flex min-h-8 items-center gap-2">
        <label className="flex min-w-0 flex-1 items-center gap-2">
          <input type="checkbox" checked={said !== null} onChange={onToggle} />
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="truncate">{corpus.name}</span>
            {words && (
              <span
                className={cn('truncate text-xs', isRefused ? 'text-rejected' : 'text-muted')}
                title={words}
              >
                {words}
              </span>
            )}
          </span>
          <span className="text-muted tabular-nums">{format.number(corpus.instances)}</span>
        </label>
        <IconButton
          icon={SlidersHorizontal}
          size="sm"
          label={t('settings', { name: corpus.name })}
          aria-expanded={open && said !== null}
          disabled={said === null}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && said && <CorpusKnobs corpus={corpus} said={said} onSay={onSay} />}
    </li>
  )
}

function CorpusKnobs({ corpus, said, onSay }: Pick<LineProps, 'corpus' | 'onSay'> & { said: RecipeCorpus }) {
  const t = useTranslations('recipes')
  const forms = useTranslations('corpora.taskForms')
  const asked = said.forms.length ? said.forms : [corpus.forms[0]!]
  const toggle = (form: RecipeCorpus['forms'][number]) => {
    const next = corpus.forms.filter((one) => (one === form ? !asked.includes(one) : asked.includes(one)))
    const isOwn = next.length === 1 && next[0] === corpus.forms[0]
    if (next.length > 0) onSay({ ...said, forms: isOwn ? [] : next })
  }
  return (
    <div className="mb-2 ml-6 flex flex-col gap-2 border-line border-l pl-3">
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('fields.weight')}
          value={said.weight}
          min={0.01}
          max={100}
          step={0.01}
          onChange={(weight) => onSay({ ...said, weight })}
        />
        <NumberField
          label={t('fields.cap')}
          placeholder={t('corpora.noCap')}
          value={said.cap}
          min={1}
          max={100_000_000}
          onChange={(cap) => onSay({ ...said, cap })}
          onClear={() => onSay({ ...said, cap: null })}
        />
      </div>
      {corpus.forms.length > 1 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-0.5 font-medium text-xs">{t('fields.forms')}</legend>
          {corpus.forms.map((form) => (
            <label key={form} className="flex items-center gap-2">
              <input type="checkbox" checked={asked.includes(form)} onChange={() => toggle(form)} />
              {forms(form)}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
