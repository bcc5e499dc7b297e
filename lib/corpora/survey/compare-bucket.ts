/** A text is compared with so many of those before it that look alike. */
const MOST_RIVALS = 4

/** A bucket of texts that look alike, in parts of about `size`; each begins with the first texts of the bucket. */
export function* splitBucket(bucket: readonly number[], size: number): Generator<number[]> {
  const rivals = bucket.slice(0, MOST_RIVALS)
  for (let from = 0; from < bucket.length; from += size)
    yield from === 0 ? bucket.slice(0, size) : [...rivals, ...bucket.slice(from, from + size)]
}

/** Finds the texts that are like one before them: MinHash says which may be, `areLike` decides. */
export function compareBucket<Text>(
  texts: Iterable<Text>,
  of: { areLike(rival: Text, text: Text): boolean; onLike(rival: Text, text: Text): void },
): void {
  const rivals: Text[] = []
  for (const text of texts) {
    const like = rivals.find((rival) => of.areLike(rival, text))
    if (like !== undefined) of.onLike(like, text)
    else if (rivals.length < MOST_RIVALS) rivals.push(text)
  }
}
