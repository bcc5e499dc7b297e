'use client'

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type InvitationView,
  inviteEndpoint,
  listInvitationsEndpoint,
  revokeInvitationEndpoint,
} from '@/lib/people/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import type { Role } from '@/lib/projects/model'
import {
  changeRoleEndpoint,
  listMembersEndpoint,
  type MemberView,
  removeMemberEndpoint,
} from '@/lib/projects/schema'

const membersKey = (project: string) => ['members', project] as const
const invitationsKey = (project: string) => ['invitations', project] as const

function membersQuery(project: string) {
  return queryOptions({
    queryKey: membersKey(project),
    queryFn: ({ signal }) => callEndpoint(listMembersEndpoint, { params: { project } }, { signal }),
  })
}

export function useMembers(project: string, initial: MemberView[]) {
  return useQuery({ ...membersQuery(project), initialData: { items: initial } })
}

/** The people of a project, without its services; none before they are known. */
export function usePeople(
  project: string,
  options: { enabled?: boolean; staleTime?: number } = {},
): MemberView[] {
  return useQuery({ ...membersQuery(project), ...options, select: peopleOf }).data ?? []
}

const peopleOf = ({ items }: { items: MemberView[] }) => items.filter(({ kind }) => kind === 'person')

export function useChangeRole(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ user, role }: { user: string; role: Role }) =>
      callEndpoint(changeRoleEndpoint, { params: { project, user }, body: { role } }),
    onSettled: () => client.invalidateQueries({ queryKey: membersKey(project) }),
  })
}

export function useRemoveMember(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (user: string) => callEndpoint(removeMemberEndpoint, { params: { project, user } }),
    onSettled: () => client.invalidateQueries({ queryKey: membersKey(project) }),
  })
}

export function useInvitations(project: string, initial: InvitationView[]) {
  return useQuery({
    queryKey: invitationsKey(project),
    queryFn: ({ signal }) => callEndpoint(listInvitationsEndpoint, { params: { project } }, { signal }),
    initialData: { items: initial },
  })
}

export function useInvite(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { role: Role; note: string }) =>
      callEndpoint(inviteEndpoint, { params: { project }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsKey(project) }),
  })
}

export function useRevokeInvitation(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (invitation: string) =>
      callEndpoint(revokeInvitationEndpoint, { params: { project, invitation } }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsKey(project) }),
  })
}
