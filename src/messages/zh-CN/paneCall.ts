import { format } from './format';

const { count } = format;

export const paneCall = {
  loading: '正在看之前的联系记录…',
  rounds: '先电话，后微信',
  phoneRound: (due: number) => `电话 ${count(due)}`,
  weChatRound: (due: number) => `微信 ${count(due)}`,
  progressLabel: '今天的进度',
  progress: (done: number, capacity: number) => `今天 ${count(done)} / ${count(capacity)}`,
  dayDone: '今天的量完成了。还想打就接着打，或者转到“微信”把接通的客户加上。',
  roundDone: (round: 'phone' | 'weChat'): string =>
    round === 'phone'
      ? '名单上的客户都打过了。转到“微信”，把接通的客户加上。'
      : '没有待加微信的客户。先打电话，接通的客户会出现在这里。',
  back: '上一位',
  skip: '跳过',
  next: '下一位',
  noPhone: '没有电话号码',
  copyPhone: '复制号码',
  valueClass: '价值分类',
  maturity: '最近到期',
  ownShare: '我方占比',
  reasons: '为什么联系',
  showRow: (position: number, all: number) =>
    `在表格里看（第 ${count(position)} 位，共 ${count(all)} 位）`,
  cautions: {
    foreign: (managers: string) =>
      managers === ''
        ? '这是他人客户，先打招呼再联系。'
        : `这是 ${managers} 的客户，先打招呼再联系。`,
    shared: (managers: string) =>
      managers === ''
        ? '别的经理也有业务，打电话前先沟通。'
        : `与 ${managers} 业务交叉，打电话前先沟通。`,
    name: (source: string) => `姓名要核对：${source}。`,
  },
  script: (scriptCase: string) => `话术 · ${scriptCase}`,
  copy: (what: string) => `复制${what}`,
  note: '记下来',
  daysAhead: (days: number) => (days === 1 ? '明天' : `${count(days)} 天后`),
  dateHint: '请写成 2025-12-03 这样的日期。',
  remarkHint: '对方说了什么，下次接着聊什么',
  saving: '正在写入表格…',
  saved: '已写入客户汇总',
};
