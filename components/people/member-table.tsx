'use client'

import { Users } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useChangeRole, useMembers, useRemoveMember } from '@/components/people/members.query'
import { useRoleOptions } from '@/components/people/role-options'
import { useProject } from '@/components/projects/current-project'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorLine } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { MemberView } from '@/lib/projects/schema'

type Props = { initial: MemberView[]; viewerId: string }

/** Who is in the project, in which role, and how much each has decided. */
export function MemberTable({ initial, viewerId }: Props) {
  const t = useTranslations('people.members')
  const { slug } = useProject()
  const { data } = useMembers(slug, initial)
  const changeRole = useChangeRole(slug)
  const remove = useRemoveMember(slug)
  const columns = useColumns(viewerId, {
    changeRole: (user, role) => changeRole.mutate({ user, role }),
    remove: (user) => remove.mutate(user),
  })
  return (
    <>
      <ErrorLine error={changeRole.error ?? remove.error} className="px-4 pt-3" />
      <DataTable
        name="members"
        label={t('label')}
        rows={data.items}
        columns={columns}
        rowId={(row) => row.userId}
        rowHeight={44}
        className="flex-none"
        empty={<EmptyState icon={Users} title={t('empty')} />}
      />
    </>
  )
}

type Deeds = {
  changeRole: (user: string, role: MemberView['role']) => void
  remove: (user: string) => void
}

function useColumns(viewerId: string, deeds: Deeds): Column<MemberView>[] {
  const t = useTranslations('people.members')
  const roles = useTranslations('people.roles')
  const format = useFormatter()
  const { slug, allows } = useProject()
  const options = useRoleOptions()
  const isAdmin = allows('admin')
  const columns: Column<MemberView>[] = [
    {
      id: 'name',
      label: t('name'),
      cell: (row) => <MemberName row={row} isViewer={row.userId === viewerId} />,
    },
    {
      id: 'role',
      label: t('role'),
      width: '8.5rem',
      cell: (row) =>
        isAdmin ? (
          <Select
            size="sm"
            quiet
            label={t('changeRole', { name: row.name })}
            value={row.role}
            options={options}
            onChange={(role) => deeds.changeRole(row.userId, role)}
            className="-ml-2.5 w-full"
          />
        ) : (
          roles(row.role)
        ),
    },
    {
      id: 'decisions',
      label: t('decisions'),
      width: '6rem',
      align: 'end',
      from: 'sm',
      cell: (row) => (
        <TextLink quiet href={`/p/${slug}/activity?action=draft.decided`}>
          {format.number(row.decisions)}
        </TextLink>
      ),
    },
    {
      id: 'joined',
      label: t('joined'),
      width: '6.5rem',
      align: 'end',
      from: 'md',
      cell: (row) => <TimeAgo at={row.joinedAt} className="text-muted" />,
    },
  ]
  if (!isAdmin) return columns
  return [...columns, removeColumn(t('remove'), deeds.remove)]
}

function removeColumn(label: string, remove: (user: string) => void): Column<MemberView> {
  return {
    id: 'remove',
    label,
    bare: true,
    width: '6.5rem',
    align: 'end',
    from: 'sm',
    cell: (row) => <RemoveMember label={label} row={row} onConfirm={() => remove(row.userId)} />,
  }
}

function MemberName({ row, isViewer }: { row: MemberView; isViewer: boolean }) {
  const t = useTranslations('people.members')
  return (
    <>
      <span className="font-medium">{row.name}</span>
      {isViewer && <span className="text-muted"> {t('you')}</span>}
      {row.kind === 'service' && <span className="text-muted"> {t('service')}</span>}
      <span className="text-muted max-sm:hidden"> {row.email}</span>
    </>
  )
}

function RemoveMember(props: { label: string; row: MemberView; onConfirm: () => void }) {
  const t = useTranslations('people.members')
  const { name } = props.row
  return (
    <AlertDialog
      trigger={
        <Button size="sm" variant="quiet">
          {props.label}
        </Button>
      }
      title={t('removeTitle', { name })}
      description={t('removeBody')}
      confirm={t('removeConfirm')}
      danger
      onConfirm={props.onConfirm}
    />
  )
}
