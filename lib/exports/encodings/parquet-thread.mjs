// A thread that makes a Parquet file: each message is a row group, the last one is none, and each is answered by the bytes that
// come next. The group goes back, for the next rows to be gathered in.
import { parentPort, workerData } from 'node:worker_threads'
import { columnsOf } from './parquet-columns.mjs'
import { openTable } from './parquet-table.mjs'

const { columns } = workerData
const table = openTable(columns)

parentPort?.on('message', (group) => {
  const bytes = group ? table.writeGroup(columnsOf(columns, group)) : table.end()
  const buffers = group ? [group.texts.buffer, group.ends.buffer] : []
  parentPort?.postMessage({ bytes, spare: group }, [bytes.buffer, ...buffers])
  if (!group) parentPort?.close()
})
