/** What industries make, what they serve, what they grow. */
export const industries = `
Manufacturing industries | 制造业
  Materials and basic products | 材料与基础产品
    Petroleum refining | 石油炼制
    Chemical manufacturing | 化学品制造
    Plastics and rubber | 塑料与橡胶
    Glass and ceramics | 玻璃与陶瓷
    Metalworking | 金属加工
    Pulp and paper | 制浆造纸
    Wood processing | 木材加工
  Consumer goods | 消费品
    Food processing | 食品加工
    Textiles | 纺织
    Clothing | 服装
    Leather and footwear | 皮革与制鞋
    Furniture making | 家具制造
    Pharmaceutical manufacturing | 药品制造
  Machines and vehicles | 机械与交通工具
    Automotive manufacturing | 汽车制造
    Electronics manufacturing | 电子产品制造
    Shipbuilding | 船舶制造
Service industries | 服务业
  Trade, transport and travel | 贸易、运输与旅行
    Retailing | 零售
    Wholesale trade | 批发
    Transport and logistics | 运输与物流
    Tourism | 旅游
    Hospitality | 酒店与餐饮
  Finance and property | 金融与房地产
    Banking | 银行业
    Insurance | 保险
    Accounting | 会计
    Real estate | 房地产
  Media and communications | 媒体与通信
    Advertising | 广告
    Publishing | 出版
    Broadcasting | 广播电视
    Telecommunications | 电信
  Personal and protective services | 个人与安保服务
    Beauty and personal care | 美容与个人护理
    Security services | 安保服务
Agriculture, forestry and fishing | 农林渔业
    Crop farming | 种植业
    Animal husbandry | 畜牧业
    Forestry | 林业
    Fishing and aquaculture | 渔业与水产养殖
`
