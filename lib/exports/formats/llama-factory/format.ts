import { stringify } from 'yaml'
import { llamaFactoryRecordSchema } from '@/lib/exports/formats/llama-factory/schema'
import { writeRecord } from '@/lib/exports/formats/llama-factory/write-record'
import type { DataFile, Format } from '@/lib/exports/formats/model'

const CONFIG = 'llama-factory.yaml'

export const llamaFactory: Format = {
  encoding: 'json',
  gzip: false, // It chooses its reader by the end of the file's name, and knows none for packed files.
  layouts: ['flat'],
  record: llamaFactoryRecordSchema,
  writeRecord,
  companions: (data) => [
    { name: 'dataset_info.json', text: `${JSON.stringify(describe(data), null, 2)}\n` },
    { name: CONFIG, text: stringify(configOf(data)) },
  ],
  commands: () => [`llamafactory-cli train ${CONFIG}`],
}

const nameOf = ({ split }: DataFile) => `gloss_${split}`

function describe(data: readonly DataFile[]) {
  const columns = {
    prompt: 'instruction',
    query: 'input',
    response: 'output',
    system: 'system',
    history: 'history',
  }
  return Object.fromEntries(
    data.map((file) => [nameOf(file), { file_name: file.name, formatting: 'alpaca', columns }]),
  )
}

/** Complete but for the choice of the model. */
function configOf(data: readonly DataFile[]) {
  const evaluated = data.find(({ split }) => split !== 'train')
  return {
    model_name_or_path: 'Qwen/Qwen2.5-0.5B-Instruct',
    trust_remote_code: false,
    stage: 'sft',
    do_train: true,
    finetuning_type: 'lora',
    lora_rank: 16,
    lora_target: 'all',
    dataset_dir: '.',
    dataset: 'gloss_train',
    ...(evaluated ? { eval_dataset: nameOf(evaluated), eval_strategy: 'epoch' } : {}),
    template: 'qwen',
    cutoff_len: 4096,
    output_dir: 'outputs/llama-factory',
    per_device_train_batch_size: 2,
    gradient_accumulation_steps: 8,
    learning_rate: 0.0001,
    num_train_epochs: 1,
    lr_scheduler_type: 'cosine',
    warmup_ratio: 0.03,
    bf16: true,
    logging_steps: 10,
    seed: 42,
  }
}
