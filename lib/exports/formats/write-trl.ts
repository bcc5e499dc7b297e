import { stringify } from 'yaml'
import type { Companion, DataFile } from '@/lib/exports/formats/model'

/** A configuration for TRL's command line, to be run in the folder: the card there says which file is which split. */
export function writeTrl(trainer: 'sft' | 'dpo', data: readonly DataFile[]): Companion {
  const evaluated = data.map(({ split }) => split).find((split) => split !== 'train')
  const config = {
    model_name_or_path: 'Qwen/Qwen2.5-0.5B-Instruct',
    dataset_name: '.',
    dataset_train_split: 'train',
    ...(evaluated ? { dataset_test_split: evaluated, eval_strategy: 'epoch' } : { eval_strategy: 'no' }),
    output_dir: `outputs/${trainer}`,
    num_train_epochs: 1,
    per_device_train_batch_size: 2,
    gradient_accumulation_steps: 8,
    learning_rate: trainer === 'sft' ? 2e-5 : 1e-6,
    max_length: 4096,
    seed: 42,
  }
  return { name: 'trl.yaml', text: stringify(config) }
}
