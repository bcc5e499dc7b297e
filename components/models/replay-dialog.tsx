'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useReplay } from '@/components/models/calls.query'
import { modelsOf } from '@/components/models/connection-draft'
import { connectionsQuery } from '@/components/models/connections.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { CallView } from '@/lib/calls/schema'

type Props = { project: string; call: CallView; onStarted: (job: string) => void; onClose: () => void }

/** Asks another model, or another connection, the very same. */
export function ReplayDialog({ project, call, onStarted, onClose }: Props) {
  const t = useTranslations('models.call')
  const ui = useTranslations('ui')
  const [form, list] = [useId(), useId()]
  const { data, error } = useQuery(connectionsQuery(project))
  const replay = useReplay(project, call.id)
  const items = data?.items ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const connection =
    items.find(({ id }) => id === (chosen ?? call.connectionId)) ?? (chosen ? undefined : items[0])
  const offered = connection
    ? [...new Set([...modelsOf(connection.roles), ...(connection.tested?.models ?? [])])]
    : []
  const [typed, setTyped] = useState<string | null>(null)
  const model = typed ?? offered.find((one) => one !== call.model) ?? offered[0] ?? ''
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('replayTitle')}
      description={t('replayBody')}
      actions={
        <>
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button
            variant="primary"
            type="submit"
            form={form}
            busy={replay.isPending}
            disabled={!connection || model.trim() === ''}
          >
            {t('ask')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!connection) return
          replay.mutate(
            { connectionId: connection.id, model },
            { onSuccess: ({ jobId }) => onStarted(jobId) },
          )
        }}
      >
        <Field label={t('connection')} name="connection">
          <Select
            label={t('connection')}
            value={connection?.id ?? null}
            onChange={(id) => {
              setChosen(id)
              setTyped(null)
            }}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            className="w-full"
          />
        </Field>
        <Field label={t('model')}>
          <Input
            list={list}
            value={model}
            maxLength={200}
            spellCheck={false}
            onValueChange={(name: string) => setTyped(name)}
            className="font-mono text-xs"
          />
        </Field>
        <datalist id={list}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <ErrorLine error={replay.error ?? error} />
      </form>
    </Dialog>
  )
}
