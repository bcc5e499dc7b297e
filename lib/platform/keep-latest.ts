/** Keeps what was made and is asked for again, the latest only. What fails is made anew. */
export function keepLatest<Value>(most: number): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>()
  return (key, make) => {
    const known = kept.get(key)
    const value = known ?? make()
    if (!known) value.catch(() => kept.delete(key))
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return value
  }
}
