import { stringify } from 'yaml'
import { axolotlRecordSchema } from '@/lib/exports/formats/axolotl/schema'
import { writeRecord } from '@/lib/exports/formats/axolotl/write-record'
import type { DataFile, Format } from '@/lib/exports/formats/model'

export const axolotl: Format = {
  encoding: 'jsonl',
  gzip: true,
  layouts: ['flat'],
  record: axolotlRecordSchema,
  writeRecord,
  companions: (data) => [{ name: 'axolotl.yaml', text: stringify(configOf(data)) }],
  commands: () => ['axolotl train axolotl.yaml'],
}

/** Complete but for the choice of the model: a LoRA that one small card can train, with the loss on the answers. */
function configOf(data: readonly DataFile[]) {
  const read = ({ name }: DataFile) => ({
    path: `./${name}`,
    ds_type: 'json',
    split: 'train',
    type: 'chat_template',
    field_messages: 'messages',
    message_property_mappings: { role: 'role', content: 'content' },
    roles_to_train: ['assistant'],
    train_on_eos: 'turn',
  })
  const evaluated = data.find(({ split }) => split !== 'train')
  return {
    base_model: 'Qwen/Qwen2.5-0.5B-Instruct',
    datasets: data.filter(({ split }) => split === 'train').map(read),
    ...(evaluated ? { test_datasets: [read(evaluated)] } : { val_set_size: 0 }),
    dataset_prepared_path: './prepared',
    output_dir: './outputs/axolotl',
    chat_template: 'tokenizer_default',
    sequence_len: 4096,
    sample_packing: false,
    adapter: 'lora',
    lora_r: 16,
    lora_alpha: 32,
    lora_dropout: 0.05,
    lora_target_linear: true,
    micro_batch_size: 2,
    gradient_accumulation_steps: 8,
    num_epochs: 1,
    optimizer: 'adamw_torch',
    lr_scheduler: 'cosine',
    learning_rate: 0.0002,
    warmup_ratio: 0.03,
    bf16: 'auto',
    gradient_checkpointing: true,
    logging_steps: 10,
    seed: 42,
  }
}
