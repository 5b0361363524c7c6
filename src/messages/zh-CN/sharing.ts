import { format } from './format';

const { count } = format;

/** What a masked copy holds and what it leaves out. */
export const sharing = {
  masked: (places: { phone: number; idNo: number; accountNo: number }) =>
    `已脱敏：手机号 ${count(places.phone)} 处，证件号 ${count(places.idNo)} 处，账号 ${count(places.accountNo)} 处；客户姓名、客户号和金额不变`,
  checked: '已逐格检查：副本里没有完整的手机号、证件号和账号',
  notes: {
    original: '原始数据的隐藏副本：不带',
    settings: '保存的设置：不带',
    macros: '宏：不带',
    embedded: '嵌入的文件和控件：不带',
    pivotTables: '数据透视表和切片器：不带，表里留下当时的结果',
    queries: '数据连接和查询：不带',
    externalValues: '链接到其他工作簿的缓存数值：不带',
    history: '修订记录：不带',
    customData: '其他程序写入的数据：不带',
    picturesKept: '图片原样保留，程序看不到图里的内容，请自己看一眼',
    drawingsEmptied: '矢量图片（EMF、WMF）：已清空',
  },
};
