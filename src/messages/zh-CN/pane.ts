import { format } from './format';

const { count } = format;

const STAGES = { read: '读取表格', analyze: '分析', plan: '排版', write: '写入表格' } as const;

export const pane = {
  title: '交接分析',
  start: {
    promise: '把柜组的存款明细变成能马上干活的客户名单。',
    analyze: '交接分析',
  },
  run: {
    title: '正在分析',
    stage: (number: number, of: number, stage: keyof typeof STAGES) =>
      `第 ${count(number)} 步，共 ${count(of)} 步：${STAGES[stage]}`,
    cancel: '取消',
    cancelling: '正在取消…',
  },
  failed: {
    title: '没有完成',
    retry: '再试一次',
    noWorkbook: '没有打开的工作簿。请先打开存款明细，再点“交接分析”。',
    bug: '程序出了意外，表格没有改动。请再试一次；还不行，请复制详情发给管理员。',
  },
  result: {
    title: '分析结果',
    customers: '客户',
    balance: '余额',
  },
};
