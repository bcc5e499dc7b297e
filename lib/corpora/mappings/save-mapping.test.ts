import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import { changeMapping } from '@/lib/corpora/mappings/change-mapping'
import { deleteMapping } from '@/lib/corpora/mappings/delete-mapping'
import { listMappings } from '@/lib/corpora/mappings/queries'
import { saveMapping } from '@/lib/corpora/mappings/save-mapping'
import { previewImport } from '@/lib/corpora/preview-import'
import { sampleUpload } from '@/lib/corpora/sample-upload'
import { db } from '@/lib/platform/db'
import { keepFilesApart } from '@/prisma/factories/files'
import { makeUpload } from '@/prisma/factories/imports'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

const content = readFileSync(
  new URL('../formats/mapping/fixtures/harbour-nested.json', import.meta.url),
  'utf8',
)
const marks = { list: 'marks[]', label: 'kind', start: 'pos[0]', end: 'pos[1]', text: 'surface' }
const mapping = mappingSchema.parse({ taskForm: 'ner', text: 'body.raw', spans: marks, offsets: 'utf-16' })

describe('a mapping that is kept', () => {
  it('is offered for a file of the same shape, and for no other', async () => {
    const actor = await makeProject()
    const saved = await saveMapping(actor, { name: 'Harbour log', mapping })
    const { id: upload } = await makeUpload(actor, content, 'log.json')
    const sample = await sampleUpload(actor, { upload })
    expect(sample).toMatchObject({ layout: 'document', path: 'data.*' })
    expect(sample.fitting).toEqual([{ id: saved.id, name: 'Harbour log', mapping }])
    const other = await makeUpload(actor, '{"a": 1}\n{"a": 2}\n', 'other.jsonl')
    expect((await sampleUpload(actor, { upload: other.id })).fitting).toEqual([])
  })

  it('shows in a preview what it reads, whatever the format that the file looks like', async () => {
    const actor = await makeProject()
    const { id: upload } = await makeUpload(actor, content, 'log.json')
    const preview = await previewImport(actor, { upload, format: 'mapping', options: { mapping } })
    expect(preview).toMatchObject({ format: 'mapping', taskForm: 'ner', instanceCount: 2, refusedCount: 1 })
    expect(preview.instances[0]!.spans).toHaveLength(2)
  })

  it('finds the records of a document in one line, and where a person says that they are', async () => {
    const actor = await makeProject()
    const one = JSON.stringify({ log: [{ said: { t: 'a' } }, { said: { t: 'b' } }] })
    const { id: upload } = await makeUpload(actor, one, 'log.json')
    expect(await sampleUpload(actor, { upload })).toMatchObject({ layout: 'document', path: 'log.*' })
    const found = mappingSchema.parse({ taskForm: 'tc', text: 'said.t', labels: 'said.t' })
    const read = await previewImport(actor, { upload, format: 'mapping', options: { mapping: found } })
    expect(read.instances.map(({ text }) => text)).toEqual(['a', 'b'])
    const told = mappingSchema.parse({ taskForm: 'tc', text: 't', labels: 't', records: 'log.*.said' })
    const preview = await previewImport(actor, { upload, format: 'mapping', options: { mapping: told } })
    expect(preview.instances.map(({ text }) => text)).toEqual(['a', 'b'])
  })

  it('has a name of its own, can be renamed, changed and deleted, and every deed is kept', async () => {
    const actor = await makeProject()
    const first = await saveMapping(actor, { name: 'One', mapping })
    await saveMapping(actor, { name: 'Two', mapping })
    const taken = { details: { reason: 'mapping-name-taken' } }
    await expect(saveMapping(actor, { name: 'Two', mapping })).rejects.toMatchObject(taken)
    await expect(changeMapping(actor, { mapping: first.id, name: 'Two' })).rejects.toMatchObject(taken)
    const content = { ...mapping, text: 'body' }
    expect(await changeMapping(actor, { mapping: first.id, name: 'Three', content })).toMatchObject({
      name: 'Three',
      mapping: { text: 'body' },
    })
    await deleteMapping(actor, { mapping: first.id })
    expect((await listMappings(actor, { limit: 10 })).items.map(({ name }) => name)).toEqual(['Two'])
    const deeds = await db.auditEntry.findMany({ where: { subjectId: first.id }, orderBy: { id: 'asc' } })
    expect(deeds.map(({ action }) => action)).toEqual(['mapping.saved', 'mapping.changed', 'mapping.deleted'])
  })

  it('belongs to its project and to leads', async () => {
    const [actor, stranger] = [await makeProject(), await makeProject()]
    const { id } = await saveMapping(actor, { name: 'Mine', mapping })
    const unknown = { details: { reason: 'mapping-unknown' } }
    await expect(changeMapping(stranger, { mapping: id, name: 'Theirs' })).rejects.toMatchObject(unknown)
    await expect(deleteMapping(stranger, { mapping: id })).rejects.toMatchObject(unknown)
    expect((await listMappings(stranger, { limit: 10 })).items).toEqual([])
  })
})
