import type { Wording } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/xml/schema'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

function english({ layout, root, group, item, label, order, empty, indent, nothing }: Parameters): Wording {
  const shape = {
    'named-items': `inside it one element for each of the {items}, named after its {group} (other signs than letters, digits, hyphens and full stops become _)`,
    'typed-items': `inside it one <${item}> for each of the {items}, with the {group} in the attribute ${label}`,
    groups: `inside it a <${group}> for each {group}, named by the attribute ${label}, and in that an <${item}> for each of its {items}`,
  }[layout]
  const fields =
    layout === 'named-items'
      ? 'Its child elements are called {fields}'
      : 'It holds elements of the form <field name="…">…</field>, and the names are {fields}'
  const missing = nothing === null ? 'is left out' : `holds ${nothing}`
  const values = `${fields}; several values repeat the element, and one without a value ${missing}.`
  const sorted =
    order === 'by-group' ? 'Keep the {groups} in the order given.' : 'Keep the order of the input.'
  const ending = indent ? `${sorted} Indent by ${indent} spaces a level.` : `${sorted} Do not indent.`
  return {
    ask: [
      `Answer in XML and nothing else: the root element is <${root}>, ${shape}. ${ending}`,
      `Give the result as an XML document with the root <${root}>; ${shape}. ${ending}`,
      `Write well-formed XML. Open <${root}>, put ${shape}, and close it. ${ending}`,
      `Your whole answer is one <${root}> element of XML: ${shape}. ${ending}`,
      `Return XML without declaration, comments or explanation. Its root is <${root}>, ${shape}. ${ending}`,
    ],
    askRecords: [
      `Answer in XML and nothing else: the root element is <${root}>, ${shape}. ${values} ${ending}`,
      `Give the result as an XML document with the root <${root}>; ${shape}. ${values} ${ending}`,
      `Write well-formed XML. Open <${root}>, put ${shape}, and close it. ${values} ${ending}`,
      `Your whole answer is one <${root}> element of XML: ${shape}. ${values} ${ending}`,
      `Return XML without declaration, comments or explanation. Its root is <${root}>, ${shape}. ${values} ${ending}`,
    ],
    empty: layout === 'groups' ? `an empty <${group}>` : 'no element',
    ...(empty === 'leave-out' && {
      absent: [
        `A {group} without {items} does not appear; if nothing is found, write <${root}/>.`,
        `Write no element for a {group} that does not occur. Where none does, the answer is <${root}/>.`,
        `Leave out every {group} that has no {items}, down to an empty <${root}/>.`,
      ],
    }),
  }
}

function chinese({ layout, root, group, item, label, order, empty, indent, nothing }: Parameters): Wording {
  const shape = {
    'named-items': `其中每项{items}是一个以其{group}命名的元素（字母、数字、连字符和句点以外的字符改为 _）`,
    'typed-items': `其中每项{items}是一个 <${item}>，属性 ${label} 写明{group}`,
    groups: `其中每个{group}是一个 <${group}>，由属性 ${label} 写明名称，里面每项{items}是一个 <${item}>`,
  }[layout]
  const fields =
    layout === 'named-items'
      ? '其子元素为：{fields}'
      : '其中的元素形如 <field name="……">……</field>，名称为：{fields}'
  const missing = nothing === null ? '没有值时省略' : `没有值时写 ${nothing}`
  const values = `${fields}；有多个值时重复该元素，${missing}。`
  const sorted = order === 'by-group' ? '{groups}按所给顺序排列。' : '按在原文中出现的先后排列。'
  const ending = indent ? `${sorted}每层缩进 ${indent} 个空格。` : `${sorted}不要缩进。`
  return {
    ask: [
      `只输出 XML，不要有其他内容：根元素为 <${root}>，${shape}。${ending}`,
      `请以 XML 文档作答，根元素是 <${root}>，${shape}。${ending}`,
      `写出格式良好的 XML：在 <${root}> 与 </${root}> 之间，${shape}。${ending}`,
      `整个回答就是一个 XML 元素 <${root}>，${shape}。${ending}`,
      `返回 XML，不加声明、注释和解释。根元素用 <${root}>，${shape}。${ending}`,
    ],
    askRecords: [
      `只输出 XML，不要有其他内容：根元素为 <${root}>，${shape}。${values}${ending}`,
      `请以 XML 文档作答，根元素是 <${root}>，${shape}。${values}${ending}`,
      `写出格式良好的 XML：在 <${root}> 与 </${root}> 之间，${shape}。${values}${ending}`,
      `整个回答就是一个 XML 元素 <${root}>，${shape}。${values}${ending}`,
      `返回 XML，不加声明、注释和解释。根元素用 <${root}>，${shape}。${values}${ending}`,
    ],
    empty: layout === 'groups' ? `空的 <${group}>` : '空',
    ...(empty === 'leave-out' && {
      absent: [
        `没有{items}的{group}不写；如果什么也没有找到，就写 <${root}/>。`,
        `没有出现的{group}不写元素，全都没有出现时答案为 <${root}/>。`,
        `略去没有{items}的{group}，一个不剩时写 <${root}/>。`,
      ],
    }),
  }
}
