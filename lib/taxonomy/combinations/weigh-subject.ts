/** The weight of a subject: those of the nodes on the way to it and its own, multiplied. A node without one counts as 1. */
export function weighSubject(path: readonly string[], weights: Readonly<Record<string, number>>): number {
  return path.reduce((product, node) => product * (weights[node] ?? 1), 1)
}
