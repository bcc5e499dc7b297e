/** An amount in the unit of a job: bytes, or the plural of what is counted, such as `instances`. */
export function amountIn(amount: number, unit: string): string {
  if (unit === 'bytes') return bytesOf(amount)
  const count = Math.round(amount)
  return `${count.toLocaleString('en')} ${count === 1 ? unit.replace(/s$/, '') : unit}`
}

function bytesOf(amount: number): string {
  const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, amount)) / 3)))
  const size = amount / 1000 ** step
  return `${size.toFixed(step === 0 || size >= 100 ? 0 : 1)} ${['B', 'kB', 'MB', 'GB'][step]}`
}
