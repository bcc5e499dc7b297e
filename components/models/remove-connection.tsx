'use client'

import { Trash2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRemoveConnection } from '@/components/models/connections.query'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { connectionRoles } from '@/lib/connections/model'
import type { ConnectionView } from '@/lib/connections/schema'

/** Takes a connection away, after saying what goes with it and what stays. */
export function RemoveConnection({ project, connection }: { project: string; connection: ConnectionView }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const [open, setOpen] = useState(false)
  const remove = useRemoveConnection(project)
  const { id, name, roles } = connection
  const lost = connectionRoles.filter((role) => roles[role])
  return (
    <>
      <IconButton icon={Trash2} label={t('connections.removeOf', { name })} onClick={() => setOpen(true)} />
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('connections.removeTitle', { name })}
        description={
          <div className="flex flex-col gap-1.5">
            {connection.hasKey && <p>{t('connections.removeBody')}</p>}
            <p>
              {t('connections.removeRoles', {
                count: lost.length,
                roles: format.list(lost.map((role) => t(`roles.${role}`))),
              })}
            </p>
            <p>{t('connections.removeKept')}</p>
          </div>
        }
        confirm={t('connections.removeConfirm')}
        danger
        onConfirm={() => remove.mutate(id)}
      />
      <ErrorLine error={remove.error} />
    </>
  )
}
