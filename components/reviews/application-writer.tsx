'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { GoldEditor } from '@/components/gold/gold-editor'
import { applicationTypist } from '@/components/reviews/application-typist'
import { FoundText } from '@/components/reviews/found-text'
import { annotatedQuery } from '@/components/reviews/rule.query'
import { TypingState } from '@/components/reviews/typing-state'
import { useTyping } from '@/components/reviews/use-typing'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { useWritingGround } from '@/components/writing/writing.query'
import { type VersionOf, writeApplicationEndpoint } from '@/lib/artifacts/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

type Props = { project: string; corpus: string; person: string; version: VersionOf<'rule'> }

/** Writes the answer of one instance under a rule that no transform can say. It waits in the queue like every draft. */
export function ApplicationWriter(props: Props) {
  const { project, version } = props
  const t = useTranslations('reviews.rule')
  const [ordinal, setOrdinal] = useState(1)
  const [isSent, setSent] = useState(false)
  const { data, error } = useQuery(annotatedQuery(project, version.id, ordinal))
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
            setSent(false)
          }}
        />
      </Field>
      <ErrorLine error={error} />
      {!data && !error && <Skeleton className="h-24" />}
      {isSent && <p className="text-approved text-sm">{t('sent')}</p>}
      {data && (
        <Answer
          key={ordinal}
          {...props}
          instance={data}
          onSent={() => {
            setOrdinal(ordinal + 1)
            setSent(true)
          }}
        />
      )}
    </section>
  )
}

type AnswerProps = Props & {
  instance: { ordinal: number; text: string; gold?: unknown }
  onSent: () => void
}

/** What is typed is kept for this instance, as at the desk. */
function Answer({ project, corpus, person, version, instance, onSent }: AnswerProps) {
  const t = useTranslations('reviews.rule')
  const client = useQueryClient()
  const { ordinal, text, gold } = instance
  const { taskForm, scope } = version.content
  const { data: ground } = useWritingGround(project, corpus)
  const typing = useTyping(
    { id: `${version.id}#${ordinal}`, content: { ruleVersionId: version.id, ordinal, gold, changed: [] } },
    person,
    applicationTypist,
  )
  const write = useMutation({
    mutationFn: (written: unknown) =>
      callEndpoint(writeApplicationEndpoint, {
        params: { project, version: version.id },
        body: { ordinal, gold: written },
      }),
    onSuccess: () => {
      typing.discard()
      void client.invalidateQueries({ queryKey: ['library', project] })
      void client.invalidateQueries({ queryKey: ['home', project] })
      onSent()
    },
  })
  const send = () => {
    const saving = typing.save()
    if (saving.kind === 'content') write.mutate(saving.content.gold)
  }
  return (
    <>
      {typing.found && typing.keptAt === null && <FoundText typing={typing} onResume={typing.resume} />}
      <GoldEditor
        form={taskForm}
        text={text}
        labels={scope.labels.length > 0 ? scope.labels : (ground?.labels ?? [])}
        value={typing.typed.gold}
        onChange={(value) => typing.type({ gold: value })}
      />
      <TypingState typing={typing} isNew />
      <ErrorLine error={write.error} />
      <Button variant="primary" className="self-start" busy={write.isPending} onClick={send}>
        {t('send')}
      </Button>
    </>
  )
}
