import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { CallError } from '@/lib/platform/call-endpoint'

/** Reads are asked again when the server did not answer or stumbled; a refusal is an answer. Writes never by themselves. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signInAgain }),
    mutationCache: new MutationCache({ onError: signInAgain }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && isPassing(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
}

function isPassing(error: unknown): boolean {
  return error instanceof CallError && (error.status === 0 || error.status >= 500)
}

/** A session that has ended leads to the sign-in page and back. */
function signInAgain(error: unknown): void {
  if (!(error instanceof CallError) || error.status !== 401) return
  const { pathname, search } = window.location
  if (pathname === '/sign-in' || pathname.startsWith('/join/')) return
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}
