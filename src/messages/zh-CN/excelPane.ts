/** What only the pane in Excel says. */
export const excelPane = {
  diagnostics: {
    title: '检查这个 Excel',
    text: '在一张临时的空白表里检查 Excel 的版本和行为，查完就删掉。不读取您的表，也不发送任何内容。',
    start: '开始检查',
    running: '正在检查…',
    allWell: '查完了，全部符合：这个 Excel 可以使用。',
    troubles: (count: number) =>
      `查完了，有 ${String(count)} 项和预期不同，请把下面的文字发给管理员。`,
    copy: '复制结果',
    copied: '已复制',
    report: '检查结果（没有客户资料）',
  },
  selfCheck: {
    address: '本页地址：',
    script: 'Office 的脚本：',
    problems: {
      scriptMissing: {
        title: 'Office 的脚本没有载入',
        text: '窗格已打开，但和 Excel 连接要用的 office.js 没有载入。您的工作簿没有任何改动。',
        steps: [
          '请关闭窗格，再打开一次。',
          '还不行，请管理员在浏览器里打开下面的脚本地址，应当看到文字，而不是错误页。',
        ],
      },
      silent: {
        title: 'Excel 没有应答',
        text: '窗格已打开，但 Excel 一直没有应答。您的工作簿没有任何改动。',
        steps: [
          '请关闭窗格，再打开一次。',
          '还不行，请保存工作簿，重新启动 Excel。',
          '反复出现，请把本页截图发给管理员。',
        ],
      },
      outside: {
        title: '请在 Excel 里打开',
        text: '这是 Excel 加载项“柜组交接”的窗格，不能单独在浏览器里使用。',
        steps: [
          '打开存款明细，点功能区的“柜组交接”，再点“交接分析”。',
          '没有这个选项卡，请点“插入”→“我的加载项”→“柜组交接”。',
        ],
      },
      tooOld: {
        title: '这个 Excel 版本太旧',
        text: '需要 Excel 2019 或更新的版本（ExcelApi 1.7）。您的工作簿没有任何改动。',
        steps: ['请管理员更新 Office。', '在此之前，可以在浏览器工作台里打开同一份明细来分析。'],
      },
    },
  },
};
