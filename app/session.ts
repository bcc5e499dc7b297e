import type { Route } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { z } from 'zod'
import { actorFromHeaders } from '@/lib/people/queries'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import type { Endpoint } from '@/lib/platform/schema'
import { enterProject } from '@/lib/projects/enter-project'
import type { ProjectActor, Role } from '@/lib/projects/model'

/** Who looks at this page, or null. Asked once per request, however many parts of the page ask. */
export const readActor = cache(async (): Promise<Actor | null> => actorFromHeaders(await headers()))

/** Who looks at this page; a stranger goes to sign in and comes back to `next` (by default to the page asked for). */
export async function requireActor(next?: string): Promise<Actor> {
  const actor = await readActor()
  if (actor) return actor
  const back = next ?? (await headers()).get('x-gloss-path') ?? '/'
  redirect(`/sign-in?next=${encodeURIComponent(back)}` as Route)
}

/** The person inside the project of the address. A project or a part of it that is not theirs is a page that is not there. */
export async function requireProject(slug: string, needs: Role = 'annotator'): Promise<ProjectActor> {
  const actor = await requireActor()
  try {
    return await enter(actor, slug, needs)
  } catch (error) {
    if (error instanceof AppError) notFound()
    throw error
  }
}

const enter = cache((actor: Actor, slug: string, needs: Role) => enterProject(actor, { slug, needs }))

/** Reads what a page's address names, as the endpoint beside it would; an address that names nothing is a page that is not there. */
export async function pageData<E extends Endpoint, Data>(
  endpoint: E,
  given: Record<string, string>,
  read: (input: z.output<E['params']>) => Promise<Data>,
): Promise<Data> {
  const params = endpoint.params.safeParse(given)
  if (!params.success) notFound()
  try {
    return await read(params.data as z.output<E['params']>)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
