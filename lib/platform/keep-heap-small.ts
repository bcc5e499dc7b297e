import v8 from 'node:v8'

/**
 * Keeps the memory of a worker small: it makes much and keeps little, and left alone it grows to several times what it needs.
 * The heap is collected once it is twice what it held after the last time. WebAssembly, the database client's, is compiled once
 * and in the small way: a worker's time does not go there, and the large way takes 45 MB.
 */
export function keepHeapSmall(): void {
  v8.setFlagsFromString('--heap-growing-percent=100')
  v8.setFlagsFromString('--liftoff-only')
}
