'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { annotatedQuery } from '@/components/reviews/rule.query'
import { AnnotatedText } from '@/components/ui/annotated-text'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { writeApplicationEndpoint } from '@/lib/artifacts/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

type Props = { project: string; version: string }

/** Writes the answer of one instance under a rule that no transform can say. It waits in the queue like every draft. */
export function ApplicationWriter({ project, version }: Props) {
  const t = useTranslations('reviews.rule')
  const client = useQueryClient()
  const [ordinal, setOrdinal] = useState(1)
  const [typed, setTyped] = useState<string | null>(null)
  const { data, error } = useQuery(annotatedQuery(project, version, ordinal))
  const write = useMutation({
    mutationFn: (gold: unknown) =>
      callEndpoint(writeApplicationEndpoint, { params: { project, version }, body: { ordinal, gold } }),
    onSuccess: () => {
      setOrdinal(ordinal + 1)
      setTyped(null)
      void client.invalidateQueries({ queryKey: ['library', project] })
      void client.invalidateQueries({ queryKey: ['home', project] })
    },
  })
  const text = typed ?? JSON.stringify(data?.gold ?? null, null, 1)
  const gold = readJson(text)
  return (
    <section aria-label={t('write')} className="flex flex-col gap-3 py-3">
      <p className="text-muted">{t('byHand')}</p>
      <Field label={t('instance')} name="ordinal" className="w-32">
        <Input
          type="number"
          min={1}
          value={ordinal}
          onChange={(event) => {
            setOrdinal(Math.max(1, Number(event.currentTarget.value)))
            setTyped(null)
          }}
        />
      </Field>
      {data && (
        <p className="reading">
          <AnnotatedText text={data.text} spans={data.spans} />
        </p>
      )}
      <Field
        label={t('answer')}
        hint={t('asJson')}
        name="gold"
        error={gold === undefined ? t('notJson') : null}
      >
        <Textarea
          className="min-h-32 font-mono text-xs"
          value={text}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <ErrorLine error={write.error ?? error} />
      <div className="flex items-center gap-3">
        <Button
          variant="primary"
          busy={write.isPending}
          disabled={typed === null || gold === undefined}
          onClick={() => write.mutate(gold)}
        >
          {t('send')}
        </Button>
        {write.isSuccess && typed === null && <span className="text-approved text-sm">{t('sent')}</span>}
      </div>
    </section>
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
