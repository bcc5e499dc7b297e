'use client'

import { useQuery } from '@tanstack/react-query'
import { Cpu, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConnectionDialog } from '@/components/models/connection-dialog'
import { ConnectionRow } from '@/components/models/connection-row'
import { connectionsQuery } from '@/components/models/connections.query'
import { ModelsHead } from '@/components/models/models-head'
import { StandInNote } from '@/components/models/stand-in'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'

const NEW = 'new'

/** The services whose models draft for a project. */
export function ConnectionsPage({ project }: { project: string }) {
  const t = useTranslations('models.connections')
  const [open, setOpen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(connectionsQuery(project))
  const items = data?.items ?? []
  const opened = items.find(({ id }) => id === open) ?? null
  const connect = (
    <Button variant="primary" onClick={() => setOpen(NEW)}>
      <Plus aria-hidden />
      {t('connect')}
    </Button>
  )
  return (
    <>
      <ModelsHead project={project} at="connections" actions={items.length > 0 && connect} />
      <StandInNote connections={items} />
      {error && !data && <ErrorState error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton className="m-4 h-24" />}
      {data?.items.length === 0 && (
        <EmptyState icon={Cpu} title={t('empty.title')} action={connect}>
          {t('empty.text')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul aria-label={t('label')}>
          {items.map((connection) => (
            <ConnectionRow
              key={connection.id}
              project={project}
              connection={connection}
              onChange={() => setOpen(connection.id)}
            />
          ))}
        </ul>
      )}
      {open !== null && (open === NEW || opened) && (
        <ConnectionDialog project={project} saved={opened} onSaved={setOpen} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
