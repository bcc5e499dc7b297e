'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { connectionsQuery } from '@/components/models/connections.query'
import { DraftEstimate } from '@/components/models/draft-estimate'
import { useDraftApplications } from '@/components/models/drafting.query'
import { FinishedDrafting } from '@/components/models/finished-drafting'
import { JobsOf } from '@/components/projects/jobs-of'
import { NumberField } from '@/components/recipes/number-field'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'

type Props = { project: string; version: string }

/** For an approved rule that no transform says: asks models for its answers, and shows what came of that. */
export function AskApplications({ project, version }: Props) {
  const t = useTranslations('models.applications')
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-col items-start gap-3 pt-6">
      <Button onClick={() => setOpen(true)}>{t('button')}</Button>
      <JobsOf project={project} subject={version} canCancel className="w-full" />
      <FinishedDrafting project={project} subject={version} className="w-full" />
      {open && <Opened project={project} version={version} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Opened({ project, version, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('models.applications')
  const drafting = useTranslations('models.drafting')
  const ui = useTranslations('ui')
  const { data, error } = useQuery(connectionsQuery(project))
  const able = data?.items.filter(({ roles }) => roles.annotator) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const connectionId = chosen ?? able[0]?.id ?? null
  const [counts, setCounts] = useState({ count: 20, candidates: 3 })
  const ask = useDraftApplications(project, version)
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('title')}
      description={t('description')}
      actions={
        <>
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={ask.isPending}
            disabled={connectionId === null}
            onClick={() => ask.mutate({ connectionId: connectionId!, ...counts }, { onSuccess: onClose })}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 items-start gap-4">
        {data && able.length === 0 ? (
          <p className="col-span-2 text-waiting">
            {t('none')} <TextLink href={`/p/${project}/models`}>{drafting('connect')}</TextLink>
          </p>
        ) : (
          <Field label={t('connection')} name="connection" className="col-span-2">
            <Select
              label={t('connection')}
              value={connectionId}
              onChange={setChosen}
              options={able.map(({ id, name }) => ({ value: id, label: name }))}
              className="w-full"
            />
          </Field>
        )}
        <NumberField
          label={t('count')}
          value={counts.count}
          min={1}
          max={1000}
          onChange={(count) => setCounts({ ...counts, count })}
        />
        <NumberField
          label={t('candidates')}
          hint={t('candidatesHint')}
          value={counts.candidates}
          min={1}
          max={5}
          onChange={(candidates) => setCounts({ ...counts, candidates })}
        />
        <div className="col-span-2">
          <DraftEstimate
            project={project}
            of={{
              connectionId,
              order: { what: 'applications', version, seed: 0, ...counts },
              isBatch: false,
            }}
          />
        </div>
        <ErrorLine error={ask.error ?? error} className="col-span-2" />
      </div>
    </Dialog>
  )
}
