import type { ColumnRole } from '@/lib/corpora/formats/model'
import type { TaskForm } from '@/lib/tasks/model'

/** What people call such columns, likeliest first. */
const usual: Record<ColumnRole, readonly string[]> = {
  text: [
    ...['text', 'sentence', 'utterance', 'context', 'passage', 'paragraph', 'content', 'document', 'review'],
    ...['tweet', 'comment', 'message', 'sms', 'query', 'article', 'body', 'headline', 'title'],
    ...['文本', '句子', '内容', '正文', '评论', '上下文', '材料', '原文'],
  ],
  label: [
    ...['label', 'labels', 'category', 'categories', 'intent', 'class', 'sentiment', 'topic', 'emotion'],
    ...['target', 'tag', 'tags', 'stance', 'polarity', 'label_text', '标签', '类别', '意图', '情感', '分类'],
  ],
  id: ['id', 'idx', 'index', 'guid', 'uid', 'uuid', 'no', '编号', '序号'],
  question: ['question', 'query', '问题', '提问'],
  answer: ['answer', 'answers', 'answer_text', '答案', '回答'],
  instruction: ['instruction', 'prompt', '指令'],
  input: ['input', '输入'],
  output: ['output', 'response', 'completion', '输出', '回复'],
}

export type Columns = Partial<Record<ColumnRole, string>>

/** Which columns play which role, by their names, and the task forms that such columns make, the likeliest first. */
export function recogniseColumns(names: readonly string[]): { columns: Columns; taskForms: TaskForm[] } {
  const find = (role: ColumnRole) =>
    usual[role]
      .map((word) => names.find((name) => name.trim().toLowerCase() === word))
      .find((name) => name !== undefined)
  const found: Columns = {}
  for (const role of Object.keys(usual) as ColumnRole[]) {
    const name = find(role)
    if (name !== undefined) found[role] = name
  }
  if (found.question === found.text) delete found.question
  return { columns: found, taskForms: formsOf(found) }
}

function formsOf(found: Columns): TaskForm[] {
  const forms: TaskForm[] = []
  if (found.text !== undefined && found.question !== undefined && found.answer !== undefined)
    forms.push('mrc')
  if (found.instruction !== undefined && found.output !== undefined) forms.push('general')
  if (found.text !== undefined && found.label !== undefined) forms.push('tc')
  return forms
}
