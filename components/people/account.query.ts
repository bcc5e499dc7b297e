'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  acceptInvitationEndpoint,
  createTokenEndpoint,
  listTokensEndpoint,
  renameAccountEndpoint,
  revokeTokenEndpoint,
  signInEndpoint,
  signOutEndpoint,
  type TokenView,
} from '@/lib/people/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function useSignIn() {
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => callEndpoint(signInEndpoint, { body }),
  })
}

/** Leaves by loading the sign-in page anew, so that nothing of the person stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => callEndpoint(signOutEndpoint),
    onSuccess: () => window.location.assign('/sign-in'),
  })
}

export function useAcceptInvitation(token: string) {
  return useMutation({
    mutationFn: (body: { name?: string; email?: string; password?: string }) =>
      callEndpoint(acceptInvitationEndpoint, { params: { token }, body }),
  })
}

export function useRenameAccount() {
  return useMutation({
    mutationFn: (body: { name: string }) => callEndpoint(renameAccountEndpoint, { body }),
  })
}

const tokensKey = ['tokens'] as const

export function useTokens(initial: TokenView[]) {
  return useQuery({
    queryKey: tokensKey,
    queryFn: ({ signal }) => callEndpoint(listTokensEndpoint, {}, { signal }),
    initialData: { items: initial },
  })
}

export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; expiresInDays: number | null }) =>
      callEndpoint(createTokenEndpoint, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensKey }),
  })
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (token: string) => callEndpoint(revokeTokenEndpoint, { params: { token } }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensKey }),
  })
}
