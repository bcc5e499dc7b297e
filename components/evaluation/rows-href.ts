type Filter = Readonly<Record<string, string | number | null | undefined>>

/** The address of the decisions that a figure counts. */
export function decisionsHref(project: string, filter: Filter): string {
  return hrefOf(`/p/${project}/quality/decisions`, filter)
}

/** The address of the drafts that a figure of agreement counts. */
export function itemsHref(project: string, filter: Filter): string {
  return hrefOf(`/p/${project}/quality/agreement/drafts`, filter)
}

export function hrefOf(path: string, filter: Filter): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  )
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** Where an artifact is looked at: in the library, a node on its tree, beside what is taught of it. */
export function artifactHref(project: string, kind: string, artifact: string): string {
  if (kind === 'syllabus') return `/p/${project}/taxonomy`
  return kind === 'node'
    ? hrefOf(`/p/${project}/taxonomy`, { node: artifact })
    : hrefOf(`/p/${project}/library`, { state: 'all', artifact })
}
