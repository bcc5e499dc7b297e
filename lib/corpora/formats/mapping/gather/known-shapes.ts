import type { MappingInput } from '@/lib/corpora/formats/mapping/schema'

/** Records that are published in one shape again and again: the paths that tell it, and what is what in it. */
export type KnownShape = { needs: readonly string[]; mapping: MappingInput }

const object = 'object["@value"]'
const words = { head: 'subject', tail: 'object', type: 'predicate' }
const types = { headLabel: 'subject_type', tailLabel: 'object_type' }

/** The more is needed, the earlier a shape stands. */
export const knownShapes: readonly KnownShape[] = [
  // Chinese benchmarks: CLUENER2020, CMeEE, DuIE 2.0 and CMeIE, DuIE 1.0, DuEE, InstructIE
  {
    needs: ['text', 'label.*.*[][1]'],
    mapping: {
      taskForm: 'ner',
      text: 'text',
      spans: { list: 'label.*.*', label: '@1', text: '@2', start: '[0]', end: '[1]' },
    },
  },
  {
    needs: ['text', `spo_list[].${object}`],
    mapping: {
      ...{ taskForm: 're', text: 'text' },
      relations: {
        ...{ list: 'spo_list[]', ...words, tail: object },
        ...{ headLabel: 'subject_type', tailLabel: 'object_type["@value"]' },
      },
    },
  },
  {
    needs: ['text', 'spo_list[].predicate'],
    mapping: { taskForm: 're', text: 'text', relations: { list: 'spo_list[]', ...words, ...types } },
  },
  {
    needs: ['text', 'event_list[].event_type', 'event_list[].arguments[].role'],
    mapping: {
      ...{ taskForm: 'ee', text: 'text' },
      events: {
        ...{ list: 'event_list[]', type: 'event_type', trigger: 'trigger', arguments: 'arguments[]' },
        ...{ triggerStart: 'trigger_start_index', role: 'role', argument: 'argument' },
        argumentStart: 'argument_start_index',
      },
    },
  },
  {
    needs: ['text', 'relation[].head_type', 'relation[].tail'],
    mapping: {
      ...{ taskForm: 're', text: 'text' },
      relations: {
        ...{ list: 'relation[]', head: 'head', type: 'relation', tail: 'tail' },
        ...{ headLabel: 'head_type', tailLabel: 'tail_type' },
      },
    },
  },
  // Triples: CasRel and its like (NYT, WebNLG), NYT as it was first given out
  {
    needs: ['text', 'triple_list[][2]'],
    mapping: {
      ...{ taskForm: 're', text: 'text' },
      relations: { list: 'triple_list', head: '[0]', type: '[1]', tail: '[2]' },
    },
  },
  {
    needs: ['text', 'spo_list[][2]'],
    mapping: {
      ...{ taskForm: 're', text: 'text' },
      relations: { list: 'spo_list', head: '[0]', type: '[1]', tail: '[2]' },
    },
  },
  {
    needs: ['sentText', 'relationMentions[].em1Text', 'relationMentions[].label'],
    mapping: {
      ...{ taskForm: 're', text: 'sentText' },
      relations: { list: 'relationMentions[]', head: 'em1Text', type: 'label', tail: 'em2Text' },
    },
  },
  // Tokens with places: TACRED and Re-TACRED, GLiNER
  ...['token', 'tokens'].map(
    (tokens): KnownShape => ({
      needs: [`${tokens}[]`, 'relation', 'subj_start', 'obj_end'],
      mapping: {
        ...{ taskForm: 're', tokens: `${tokens}[]`, offsets: 'token', inclusive: true },
        relations: {
          ...{ type: 'relation', headStart: 'subj_start', headEnd: 'subj_end', headLabel: 'subj_type' },
          ...{ tailStart: 'obj_start', tailEnd: 'obj_end', tailLabel: 'obj_type' },
        },
      },
    }),
  ),
  {
    needs: ['tokenized_text[]', 'ner[][2]'],
    mapping: {
      ...{ taskForm: 'ner', tokens: 'tokenized_text[]', offsets: 'token', inclusive: true },
      spans: { list: 'ner', start: '[0]', end: '[1]', label: '[2]' },
    },
  },
  // Reading: NewsQA, RACE
  {
    needs: ['text', 'questions[].q', 'questions[].consensus'],
    mapping: {
      ...{ taskForm: 'mrc', text: 'text' },
      questions: {
        ...{ list: 'questions[]', question: 'q', start: 'consensus.s', end: 'consensus.e' },
        impossible: 'consensus.noAnswer',
      },
    },
  },
  {
    needs: ['article', 'question', 'options[]', 'answer'],
    mapping: {
      ...{ taskForm: 'mrc', text: 'article' },
      questions: { question: 'question', options: 'options[]', correct: 'answer' },
    },
  },
  // Classes: MASSIVE, CLINC150
  { needs: ['utt', 'intent', 'annot_utt'], mapping: { taskForm: 'tc', text: 'utt', labels: 'intent' } },
  { needs: ['[0]', '[1]'], mapping: { taskForm: 'tc', text: '[0]', labels: '[1]' } },
  // Conversations: OpenOrca, UltraChat, Firefly
  {
    needs: ['system_prompt', 'question', 'response'],
    mapping: {
      taskForm: 'general',
      system: 'system_prompt',
      instruction: 'question',
      output: 'response',
    },
  },
  { needs: ['id', 'data[1]'], mapping: { taskForm: 'general', turns: { list: 'data[]' } } },
  {
    needs: ['kind', 'input', 'target'],
    mapping: { taskForm: 'general', instruction: 'input', output: 'target' },
  },
]
