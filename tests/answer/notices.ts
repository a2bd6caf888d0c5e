import { noticeOf } from '../support/answerers.ts';

/** Counties and their industries, initiatives in 「」 and 《》; Traditional, of 嘉興. */
export const industries = noticeOf(
  'industries',
  '嘉興市確定重點產業',
  '發布日期：2021-03-16',
  '近年來，浙江省嘉興市推進質量提升工作。',
  '按「一縣一品」原則，將平湖箱包、海寧經編、桐鄉羊毛衫、南湖特殊鋼，確定為全市首批四個重點特色產業。',
  '「三有」工作模式助力轉型。提出「立標準、建機構、籌資金」的工作模式，起草了《嘉興市傳統產業提升行動方案》《嘉興市家具產業提升行動方案》。',
  '開展「清風」行動，整治河道。經信、科技等部門聯合推進改造提升。',
);

/** A table, times, telephones; Simplified, of 海宁. */
export const outage = noticeOf(
  'outage',
  '关于部分区域计划停水的通知',
  '发布日期：2022-05-09　来源：海宁市水务集团',
  '因管网改造工程施工需要，我公司定于2022年5月12日至5月14日对部分区域实施计划停水。',
  '序号 | 停水时间 | 停水区域 | 影响用户',
  '1 | 5月12日22:00至5月13日6:00 | 长安镇东陈村 | 约3200户',
  '2 | 5月13日8:30至17:00 | 许村镇南联村 | 约1450户',
  '请受影响的用户提前储水。24小时供水服务热线：0573-87290000。',
  '特此通知。给您带来不便，敬请谅解。',
);

/** Counties with sums instead of industries. */
export const subsidies = noticeOf(
  'subsidies',
  '嘉兴市下达加装电梯补助资金',
  '发布日期：2020-06-01',
  '嘉兴市补助标准分别为：平湖200万元、海宁150万元、桐乡120万元。',
  '请及时拨付到位。特此通知。给您带来不便，敬请谅解。',
);

/** Another region. */
export const elsewhere = noticeOf(
  'elsewhere',
  '泉州市评选名优产品',
  '发布日期：2020-01-02',
  '福建省泉州市评选产品。将晋江鞋服、德化陶瓷、安溪茶叶，确定为全市首批重点特色产业。',
);

export const all = [industries, outage, subsidies, elsewhere];
