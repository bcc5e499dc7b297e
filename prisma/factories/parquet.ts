import { type parquetWrite, parquetWriteBuffer } from 'hyparquet-writer'

type Schema = NonNullable<Parameters<typeof parquetWrite>[0]['schema']>
type Values = readonly unknown[]

/** A column of texts, of numbers, of lists of them, or of lists of objects of texts, as Hugging Face writes them. */
function schemaOf(name: string, values: Values): Schema {
  const first = values.find((value) => value !== null && value !== undefined)
  if (!Array.isArray(first)) return [{ name, repetition_type: 'OPTIONAL', ...typeOf(first) }]
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...elementOf(first[0]),
  ]
}

function elementOf(value: unknown): Schema {
  const element = { name: 'element', repetition_type: 'OPTIONAL' } as const
  if (typeof value !== 'object' || value === null) return [{ ...element, ...typeOf(value) }]
  const parts = Object.entries(value)
  const children = parts.map(([name, part]) => ({
    ...{ name, repetition_type: 'OPTIONAL' as const },
    ...typeOf(part),
  }))
  return [{ ...element, num_children: parts.length }, ...children]
}

function typeOf(value: unknown) {
  return typeof value === 'bigint'
    ? ({ type: 'INT64' } as const)
    : ({ type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const)
}

/** A Parquet file of these columns, a few rows a group; `features` is what Hugging Face says of them. */
export function makeParquet(
  columns: Record<string, Values>,
  features?: object,
  rowGroupSize = 2,
): Uint8Array {
  const columnData = Object.entries(columns).map(([name, data]) => ({ name, data: [...data] }))
  const fields = columnData.flatMap(({ name, data }) => schemaOf(name, data))
  const described = features && { key: 'huggingface', value: JSON.stringify({ info: { features } }) }
  const buffer = parquetWriteBuffer({
    columnData,
    schema: [{ name: 'root', num_children: columnData.length }, ...fields],
    rowGroupSize,
    ...(described && { kvMetadata: [described] }),
  })
  return new Uint8Array(buffer)
}
