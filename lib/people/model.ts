/** What an API token begins with, so that it is recognised where it should not be. */
export const TOKEN_PREFIX = 'gloss_'

export const INVITATION_DAYS = 14
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200
export const PERSON_NAME_MAX = 120

export const SIGN_IN_LIMIT = {
  perEmail: { attempts: 10, seconds: 300 },
  /** More than one person may sit behind an address. */
  perAddress: { attempts: 30, seconds: 300 },
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

type InvitationTimes = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

export function invitationState(
  invitation: InvitationTimes,
  now: Date,
): 'open' | 'accepted' | 'revoked' | 'expired' {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt > now ? 'open' : 'expired'
}
