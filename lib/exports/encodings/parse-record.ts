/** What a file holds where a record should stand. */
export class RecordFault extends Error {
  constructor(
    readonly place: string,
    message: string,
  ) {
    super(message)
    this.name = 'RecordFault'
  }
}

export function parseRecord(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RecordFault(place, `is not JSON: ${(error as Error).message}`)
  }
}
