/** Applied sciences: medicine above all, engineering, computing, professions. */
export const appliedSciences = `
Applied sciences | 应用科学
  Medical specialties | 内科及相关专科
    Cardiology | 心脏病学
    Gastroenterology | 胃肠病学
    Endocrinology | 内分泌学
    Nephrology | 肾脏病学
    Respiratory medicine | 呼吸病学
    Haematology | 血液病学
    Oncology | 肿瘤学
    Rheumatology | 风湿病学
    Infectious diseases | 感染病学
    Allergy and immunology | 变态反应与免疫学
    Neurology | 神经病学
    Psychiatry | 精神病学
    Dermatology | 皮肤病学
    Geriatrics | 老年医学
    Paediatrics | 儿科学
    Family medicine | 全科医学
    Emergency medicine | 急诊医学
  Surgical specialties | 外科及手术专科
    General surgery | 普通外科学
    Orthopaedics | 骨科学
    Neurosurgery | 神经外科学
    Urology | 泌尿外科学
    Plastic surgery | 整形外科学
    Anaesthesiology | 麻醉学
    Obstetrics and gynaecology | 妇产科学
    Ophthalmology | 眼科学
    Otorhinolaryngology | 耳鼻咽喉科学
    Dentistry | 口腔医学
  Diagnostics, care and public health | 诊断、护理与公共卫生
    Radiology | 放射学
    Pathology | 病理学
    Laboratory medicine | 检验医学
    Nursing | 护理学
    Pharmacy | 药学
    Physiotherapy | 物理治疗学
    Nutrition science | 营养学
    Sports science | 运动科学
    Traditional Chinese medicine | 中医学
    Public health | 公共卫生
    Epidemiology | 流行病学
    Veterinary medicine | 兽医学
  Engineering | 工程
    Civil engineering | 土木工程
    Mechanical engineering | 机械工程
    Electrical engineering | 电气工程
    Chemical engineering | 化学工程
    Materials engineering | 材料工程
    Biomedical engineering | 生物医学工程
    Environmental engineering | 环境工程
    Aerospace engineering | 航空航天工程
  Computing | 计算机应用
    Software engineering | 软件工程
    Artificial intelligence | 人工智能
  Professions | 专业实践
    Architecture | 建筑学
    Education | 教育学
    Business administration | 工商管理
    Library and information science | 图书情报学
`
