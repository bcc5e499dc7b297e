/** What every list that is read by keyset tells TanStack Query: where to begin, and where the next page begins. */
export const keyset = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
}

/** A first page that came with the address, as the query's own data. */
export function firstPage<Page>(page: Page | undefined) {
  return page && { pages: [page], pageParams: [undefined as string | undefined] }
}

/** The rows of all pages so far. */
export function rowsOf<Row>(data: { pages: { items: Row[] }[] } | undefined): Row[] {
  return data?.pages.flatMap((page) => page.items) ?? []
}
