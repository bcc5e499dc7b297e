import type { Named } from './known-tree'

const read = (written: string): Named[] =>
  written
    .trim()
    .split('\n')
    .map((line) => {
      const [en, zh] = line.split(' | ') as [string, string]
      return { en, zh }
    })

/** What any discipline can be taught under; `*` is the discipline. */
export const subjectFrames = read(`
Foundations of * | *基础
History of * | *史
Methods of * | *研究方法
Measurement in * | *中的测量
* and the law | *与法律
Safety in * | *安全
Materials of * | *材料
Tools and equipment of * | *工具与设备
Quality control in * | *质量控制
* in practice | *实务
Economics of * | *经济学原理
Ethics of * | *伦理
Data analysis for * | *数据分析
Computing for * | *计算
Project work in * | *项目实践
Teaching and explaining * | *教学与讲解
* and the environment | *与环境
Case studies in * | *案例研究
Advanced theory of * | *高级理论
Planning in * | *规划
Documentation in * | *文档与记录
Fieldwork in * | *田野与现场工作
Comparative * | 比较*
* and society | *与社会
Technology of * | *技术
Risk in * | *中的风险
Communication in * | *沟通
Modelling in * | *建模
Standards of * | *标准
Current problems of * | *当代问题
Experiment design for * | *实验设计
Customers and clients of * | *客户与委托
Maintenance and repair in * | *维护与修理
Terminology of * | *术语
Regional * | 区域*
Careers in * | *职业发展
* for beginners | *入门
Simulation in * | *仿真
Logistics of * | *物流
Innovation in * | *创新
`)

/** What a topic of a course can be looked at for; `*` is the topic. */
export const conceptFrames = read(`
limits of * | *的适用范围
units of * | *的计量单位
sources of error in * | *的误差来源
classification of * | *的分类
causes of * | *的成因
stages of * | *的阶段
cost of * | *的成本
scale of * | *的尺度
balance in * | *中的平衡
feedback in * | *中的反馈
sampling for * | *的抽样
reference values of * | *的参考值
boundary cases of * | *的边界情形
inspection of * | *的检验
records of * | *的记录
trade-offs in * | *中的取舍
bottlenecks of * | *的瓶颈
tolerance in * | *的容差
variation of * | *的变异
comparison of * | *的比较
assumptions behind * | *的前提假设
symbols of * | *的符号
responsibility for * | *的责任归属
sequence of * | *的次序
failure of * | *的失效
prevention in * | *中的预防
estimation of * | *的估算
documentation of * | *的书面记载
calibration for * | *的校准
exceptions to * | *的例外
interfaces of * | *的衔接
priorities in * | *的优先次序
indicators of * | *的指标
storage for * | *的储存
timing of * | *的时机
consent to * | *的知情同意
yield of * | *的产出
duration of * | *的持续时间
stability of * | *的稳定性
origin of * | *的由来
`)

/** What is taught of a subject, beside its own subtopics. */
export const topicFrames = read(`
first principles | 基本原理
working conditions | 工作条件
everyday cases | 日常案例
planning a task | 任务规划
reading results | 结果解读
common mistakes | 常见错误
team and roles | 团队与分工
rules and norms | 规则与规范
energy and effort | 能量与投入
choosing tools | 工具选择
preparing materials | 材料准备
checking quality | 质量检查
handling complaints | 投诉处理
long-term effects | 长期影响
small-scale trials | 小规模试验
reporting findings | 结果报告
regional differences | 地区差异
historical turns | 历史转折
unusual situations | 特殊情况
digital support | 数字化支持
waste and reuse | 废弃与再利用
seasonal change | 季节变化
supply and demand | 供给与需求
training newcomers | 新人培训
closing a project | 项目收尾
open questions | 未决问题
`)
