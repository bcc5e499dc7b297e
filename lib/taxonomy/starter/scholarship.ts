/** Humanities, social, natural and formal sciences. */
export const scholarship = `
Humanities | 人文学科
  Languages and literature | 语言与文学
    Linguistics | 语言学
    Literary studies | 文学研究
    Comparative literature | 比较文学
    Classics | 古典学
    Translation studies | 翻译学
    Creative writing | 创意写作
  History and archaeology | 历史与考古
    World history | 世界史
    American history | 美国史
    History of science | 科学史
    Archaeology | 考古学
  Thought and belief | 思想与信仰
    Philosophy | 哲学
    Ethics | 伦理学
    Religious studies | 宗教学
    Divinity | 神学
  Arts | 艺术
    Art history | 艺术史
    Visual arts | 视觉艺术
    Musicology | 音乐学
    Theatre studies | 戏剧学
    Film studies | 电影学
    Dance studies | 舞蹈学
Social sciences | 社会科学
  People and societies | 人与社会
    Anthropology | 人类学
    Sociology | 社会学
    Psychology | 心理学
    Demography | 人口学
    Human geography | 人文地理学
  Institutions and public life | 制度与公共生活
    Economics | 经济学
    Political science | 政治学
    International relations | 国际关系
    Law | 法学
    Communication studies | 传播学
Natural sciences | 自然科学
    Physics | 物理学
    Chemistry | 化学
    Biology | 生物学
    Earth science | 地球科学
    Astronomy | 天文学
Formal sciences | 形式科学
    Mathematics | 数学
    Statistics | 统计学
    Logic | 逻辑学
    Theoretical computer science | 理论计算机科学
`
