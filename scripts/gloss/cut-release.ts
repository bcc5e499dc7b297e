import { cutReleaseEndpoint } from '@/lib/library/releases/schema'
import { amountIn } from './amount'
import type { Outcome } from './outcome'
import { call, type Server } from './server'

export type ReleaseOptions = { project: string; name?: string; note?: string }

/** Freezes what people approved under the next number. */
export async function cutRelease(server: Server, options: ReleaseOptions): Promise<Outcome> {
  const { project, name, note } = options
  const release = await call(server, cutReleaseEndpoint, { params: { project }, body: { name, note } })
  return {
    result: { release },
    lines: [
      `Release ${release.number}${release.name ? ` “${release.name}”` : ''}: ${amountIn(release.itemCount, 'versions')}, ${release.contentHash.slice(0, 12)}`,
    ],
  }
}
