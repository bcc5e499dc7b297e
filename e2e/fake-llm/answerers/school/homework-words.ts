type Words = {
  who: string[]
  where: string[]
  things: string[]
  why: string[]
  tasks: ((concepts: string) => string)[]
  ends: string[]
}

/** Of what homework is put together: somebody, somewhere, with so many of something, for some reason. */
export const homeworkWords: Record<'en' | 'zh', Words> = {
  en: {
    who: [
      ...[
        'A young apprentice',
        'The head of a small team',
        'An inspector',
        'A cooperative of neighbours',
        'A visiting expert',
      ],
      ...[
        'The night shift',
        'A family business',
        'A student on placement',
        'The town council',
        'A retired teacher',
      ],
      ...['A rival workshop', 'A volunteer', 'The owner of a van', 'A researcher'],
    ],
    where: [
      ...[
        'on an island without a port',
        'in a valley that floods every spring',
        'beside a disused railway yard',
      ],
      ...['in a city of two million people', 'at the edge of a desert', 'on the third floor of a clinic'],
      ...['in a village school', 'aboard a river barge', 'in a market hall', 'at a border crossing'],
      ...['in a converted mill', 'under the roof of a library', 'in a test hall'],
    ],
    things: [
      ...[
        'samples',
        'orders',
        'reports',
        'crates',
        'visitors',
        'readings',
        'complaints',
        'drawings',
        'litres of stock',
      ],
      ...['working hours', 'letters', 'test pieces', 'seats', 'batches'],
    ],
    why: [
      ...[
        'an inspection has been announced',
        'the supplier has gone out of business',
        'a newcomer asked for the reasons',
      ],
      ...[
        'last year’s figures were lost',
        'two colleagues disagree',
        'the rules change next month',
        'the insurance demands it',
      ],
      ...['a competitor does it in half the time', 'the first attempt went wrong', 'the weather is turning'],
      ...['the grant ends this week', 'a journalist is waiting for an answer'],
    ],
    tasks: [
      (concepts) =>
        `Work out a plan that rests on ${concepts}, and say which part of it you would give up first.`,
      (concepts) => `Judge the case by ${concepts}: what is sound, and what has to change?`,
      (concepts) => `Compare two ways of going on, weighing ${concepts} against each other.`,
      (concepts) => `Write the half page that explains to an outsider how ${concepts} bear on the decision.`,
      (concepts) => `Find the mistake that was most likely made, with the help of ${concepts}.`,
      (concepts) => `Estimate the outcome, and show where ${concepts} enter your estimate.`,
      (concepts) => `Draw up a table with a row for each of ${concepts}, and derive from it what to do.`,
      (concepts) => `Argue for and against stopping now; both sides have to use ${concepts}.`,
      (concepts) => `Design a check that would have caught the problem, built on ${concepts}.`,
      (concepts) => `Set up the calculation step by step, and name the step at which ${concepts} matter.`,
    ],
    ends: [
      ...[
        'State your assumptions.',
        'Give the result with its unit.',
        'Say how sure you are.',
        'Two hundred words are enough.',
      ],
      ...[
        'Mark what you had to guess.',
        'End with a recommendation.',
        'Show every intermediate step.',
        'Name one alternative.',
      ],
      ...['Round sensibly.', 'Add what you would measure next.'],
    ],
  },
  zh: {
    who: [
      ...[
        '一名年轻学徒',
        '一个小组的组长',
        '一名检查员',
        '几户邻居组成的合作社',
        '一位来访专家',
        '夜班人员',
        '一家家庭企业',
      ],
      ...['一名实习生', '镇议会', '一位退休教师', '一家竞争对手的作坊', '一名志愿者', '一位研究者'],
    ],
    where: [
      ...[
        '在没有港口的岛上',
        '在每年春天被淹的山谷里',
        '在废弃的铁路货场旁',
        '在两百万人口的城市',
        '在沙漠边缘',
        '在诊所三楼',
      ],
      ...['在一所乡村学校', '在一艘内河驳船上', '在集市大厅', '在边境口岸', '在改建的磨坊里', '在图书馆顶层'],
    ],
    things: [
      '份样品',
      '张订单',
      '份报告',
      '箱货物',
      '位访客',
      '组读数',
      '件投诉',
      '张图纸',
      '升存料',
      '个工时',
      '封来信',
      '块试件',
    ],
    why: [
      ...[
        '检查即将到来',
        '供应商已经停业',
        '新人追问原因',
        '去年的数据丢失了',
        '两位同事意见不一',
        '下个月规则要变',
        '保险公司提出要求',
      ],
      ...['竞争对手只用一半时间', '第一次尝试失败了', '天气正在转坏', '经费本周到期'],
    ],
    tasks: [
      (concepts) => `请以${concepts}为依据拟定方案，并说明首先可以放弃哪一部分。`,
      (concepts) => `请依据${concepts}评判这一情形：哪些站得住脚，哪些必须改变？`,
      (concepts) => `请权衡${concepts}，比较两种继续下去的办法。`,
      (concepts) => `请写半页文字，向外行说明${concepts}如何影响这一决定。`,
      (concepts) => `请借助${concepts}找出最可能出现的错误。`,
      (concepts) => `请估算结果，并指出${concepts}在估算中起作用的地方。`,
      (concepts) => `请为${concepts}各列一行制成表格，并由此得出做法。`,
      (concepts) => `请分别论证应当停止与不应停止，双方都要用到${concepts}。`,
      (concepts) => `请设计一项以${concepts}为基础、能及早发现问题的检查。`,
    ],
    ends: [
      '请写明假设。',
      '结果要带单位。',
      '请说明把握有多大。',
      '两百字即可。',
      '请标出猜测之处。',
      '最后给出建议。',
      '写出每一个中间步骤。',
      '请另举一个方案。',
    ],
  },
}

/** Of what answers are put together: `words` are of the question, `count` a number of it. */
export const answerWords: Record<
  'en' | 'zh',
  { steps: ((words: string, count: number) => string)[]; ends: ((words: string, count: number) => string)[] }
> = {
  en: {
    steps: [
      (words, count) =>
        `Begin with “${words}”: of ${count}, only a part can be relied on, so this part is counted apart.`,
      (words, count) =>
        `What is said of “${words}” rules out the simplest reading; with ${count} at stake it would cost too much.`,
      (words) => `Set “${words}” against what is usual. The difference is what has to be explained.`,
      (words, count) => `If “${words}” had been left out, ${count} would stand for more than it does.`,
      (words) => `Two things follow from “${words}”, and only one of them can be checked at once.`,
      (words, count) =>
        `Divide ${count} by the number of cases in which “${words}” applies; the rest is a reserve.`,
      (words) => `An expert would look at “${words}” first, since everything later depends on it.`,
      (words) => `Nothing is known of “${words}” beyond what is given, so it is assumed to stay as it is.`,
      (words, count) => `Take “${words}” step by step, and stop as soon as ${count} is reached.`,
      (words) => `The objection that “${words}” is a special case does not hold: the same happens elsewhere.`,
    ],
    ends: [
      (words, count) => `So the answer turns on “${words}”, and the figure to go by is ${count}.`,
      (words, count) => `In short: ${count}, provided that “${words}” is as stated.`,
      (words, count) => `The recommendation is to go on with “${words}” and to look again after ${count}.`,
      (words, count) => `Result: about ${count}. The weakest point is “${words}”.`,
      (words, count) => `Therefore stop at ${count}; “${words}” leaves no room for more.`,
    ],
  },
  zh: {
    steps: [
      (words, count) => `先看“${words}”：在${count}之中只有一部分可靠，应单独计算。`,
      (words, count) => `“${words}”排除了最简单的理解；涉及${count}，代价过高。`,
      (words) => `将“${words}”与通常情形对照，差别正是需要解释的地方。`,
      (words, count) => `若忽略“${words}”，${count}的含义就会被夸大。`,
      (words) => `由“${words}”可得两点，其中只有一点能够立即核实。`,
      (words, count) => `用${count}除以适用“${words}”的情形数，余下的留作储备。`,
      (words) => `内行会先检查“${words}”，因为后面的一切都取决于它。`,
      (words) => `关于“${words}”没有更多信息，故假定其不变。`,
      (words, count) => `围绕“${words}”逐步推进，达到${count}即止。`,
    ],
    ends: [
      (words, count) => `因此答案取决于“${words}”，应以${count}为准。`,
      (words, count) => `结论：${count}，前提是“${words}”属实。`,
      (words, count) => `建议继续处理“${words}”，到${count}时再行复核。`,
      (words, count) => `结果约为${count}，最薄弱的环节是“${words}”。`,
    ],
  },
}
