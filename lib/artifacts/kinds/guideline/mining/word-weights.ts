import type { GoldSurvey } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'

export type WeighedWord = { word: string; own: number; elsewhere: number; weight: number }

/**
 * How much the prior weighs, as a share of all words. With too little of it a word that no other label has is thought uncertain;
 * with too much nothing stands out.
 */
const PRIOR = 0.25
/** In standard deviations: chance alone goes so far once in ten times. */
const TELLING = 1.28
const LEAST = 2

/**
 * Words that stand out in one label against all others: the log-odds ratio with an informative Dirichlet prior, in standard
 * deviations (B. L. Monroe, M. P. Colaresi and K. M. Quinn: Fightin' Words, Political Analysis 16, 2008, pages 372-403). The
 * prior is what all labels say together, so that neither rare nor common words win by their number.
 */
export class WordWeights {
  private readonly all = new Map<string, number>()
  private readonly sums = new Map<string, number>()
  private sum = 0

  constructor(private readonly survey: GoldSurvey) {
    for (const label of survey.labels()) {
      let own = 0
      for (const [word, count] of survey.countsOf(label, 'words').entries()) {
        this.all.set(word, (this.all.get(word) ?? 0) + count)
        own += count
      }
      this.sums.set(label, own)
      this.sum += own
    }
  }

  standingOut(label: string, most: number): WeighedWord[] {
    const weighed: WeighedWord[] = []
    for (const [word, own] of this.survey.countsOf(label, 'words').entries())
      if (own >= LEAST) weighed.push(this.weigh(label, word, own))
    return weighed
      .filter(({ weight }) => weight >= TELLING)
      .sort((a, b) => b.weight - a.weight || b.own - a.own)
      .slice(0, most)
  }

  weigh(label: string, word: string, own = this.survey.countsOf(label, 'words').get(word)): WeighedWord {
    const elsewhere = (this.all.get(word) ?? 0) - own
    const prior = PRIOR * (own + elsewhere)
    const priors = PRIOR * this.sum
    const ownSum = this.sums.get(label) ?? 0
    const logOdds = (count: number, of: number) =>
      Math.log((count + prior) / Math.max(1, of + priors - count - prior))
    const difference = logOdds(own, ownSum) - logOdds(elsewhere, this.sum - ownSum)
    const spread = Math.sqrt(1 / (own + prior) + 1 / (elsewhere + prior))
    return { word, own, elsewhere, weight: Math.round((difference / spread) * 100) / 100 }
  }
}
