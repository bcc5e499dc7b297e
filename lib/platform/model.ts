/**
 * Who does a deed. `via` says how they came: a browser session, an API token, or inside the system.
 * A person who comes with a token may do what they may, but never decide: only `via: 'session'` decides.
 */
export type Actor =
  | { kind: 'person'; id: string; name: string; isAdmin: boolean; via: 'session' | 'token' }
  | { kind: 'service'; id: string; name: string; isAdmin: boolean; via: 'token' }
  | { kind: 'system'; id: string; name: string; isAdmin: false; via: 'system' }

/** The worker or the start command acting by itself. */
export function systemActor(id: string): Actor {
  return { kind: 'system', id, name: id, isAdmin: false, via: 'system' }
}
