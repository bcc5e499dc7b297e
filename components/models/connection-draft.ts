import { baseUrlSchema, type ConnectionRole, connectionRoles, limitsSchema } from '@/lib/connections/model'
import type { ConnectionChanges, ConnectionView } from '@/lib/connections/schema'

/** What is typed into the dialog of a connection. */
export type ConnectionDraft = Pick<
  ConnectionView,
  'name' | 'baseUrl' | 'jsonMode' | 'roles' | 'prices' | 'limits'
> & {
  /** Typed now; the kept one is never here. */
  key: string
  dropsKey: boolean
}

export function draftOf(saved: ConnectionView | null): ConnectionDraft {
  if (saved === null)
    return {
      ...{ name: '', baseUrl: '', key: '', dropsKey: false },
      ...{ jsonMode: 'schema', roles: {}, prices: {}, limits: limitsSchema.parse({}) },
    }
  const { name, baseUrl, jsonMode, roles, prices, limits } = saved
  return { ...{ name, baseUrl, key: '', dropsKey: false }, ...{ jsonMode, roles, prices, limits } }
}

/** The address as it is kept, or nothing where it is none. */
export function addressOf({ baseUrl }: ConnectionDraft): string | undefined {
  return baseUrlSchema.safeParse(baseUrl.trim()).data
}

/** The kept key goes to no other address: a changed one needs it again, or that it be taken away. */
export function needsKeyAgain(draft: ConnectionDraft, saved: ConnectionView | null): boolean {
  return Boolean(saved?.hasKey) && addressOf(draft) !== saved?.baseUrl && !draft.dropsKey && draft.key === ''
}

export function isComplete(draft: ConnectionDraft, saved: ConnectionView | null): boolean {
  return draft.name.trim() !== '' && addressOf(draft) !== undefined && !needsKeyAgain(draft, saved)
}

export function inputOf(draft: ConnectionDraft) {
  const { jsonMode, limits } = draft
  const key = draft.key.trim() || null
  return {
    name: draft.name.trim(),
    baseUrl: draft.baseUrl.trim(),
    key,
    jsonMode,
    limits,
    ...settingsOf(draft),
  }
}

/** Only what is other than it was. */
export function changesOf(draft: ConnectionDraft, saved: ConnectionView): ConnectionChanges {
  const now = { ...inputOf(draft), baseUrl: addressOf(draft) ?? saved.baseUrl, key: undefined }
  const changed = Object.entries(now).filter(
    ([name, value]) =>
      value !== undefined &&
      JSON.stringify(value) !== JSON.stringify(saved[name as keyof ConnectionView & keyof typeof now]),
  )
  const key = draft.dropsKey ? null : draft.key.trim() || undefined
  return { ...Object.fromEntries(changed), ...(key !== undefined && { key }) }
}

/** The models that play a role, each once, in the order of the roles. */
export function modelsOf(roles: ConnectionDraft['roles']): string[] {
  return [...new Set(connectionRoles.flatMap((role) => roles[role]?.model.trim() || []))]
}

/** Gives a role a model, or takes it away with an empty name; the parameters of the role stay. */
export function withModel(
  roles: ConnectionDraft['roles'],
  role: ConnectionRole,
  model: string,
): ConnectionDraft['roles'] {
  const { [role]: settings, ...others } = roles
  return model === '' ? others : { ...others, [role]: { ...settings, model } }
}

function settingsOf({ roles, prices }: ConnectionDraft) {
  const models = modelsOf(roles)
  const named = connectionRoles.flatMap((role) => {
    const settings = roles[role]
    const model = settings?.model.trim()
    return model ? [[role, { ...settings, model }] as const] : []
  })
  return {
    roles: Object.fromEntries(named),
    prices: Object.fromEntries(Object.entries(prices).filter(([model]) => models.includes(model))),
  }
}
