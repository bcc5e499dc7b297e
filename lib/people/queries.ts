import type { Actor } from '@/lib/platform/model'

/** Who sends this request: by session cookie or by `Authorization: Bearer`. Null when nobody is signed in. */
export async function actorFromHeaders(_headers: Headers): Promise<Actor | null> {
  return null
}
