import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { untilTrue } from './devTools.mjs';
import { DIST } from './serveFolder.mjs';

/** From the one button to an outcome in the sheet and back to the ledger, then the environment check. */
export async function walk(page, address, pictures) {
  const host = await readFile(path.join(DIST, 'wpsHost/host.js'), 'utf8');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: host });
  await page.send('Emulation.setDeviceMetricsOverride', {
    ...{ width: 350, height: 740, deviceScaleFactor: 1, mobile: false },
  });
  await page.send('Page.navigate', { url: `${address}/pane.html` });
  const press = (text) => page.run(`(${pressIn})(${JSON.stringify(text)})`);
  const has = (text, place = 'document.body && document.body.innerText') =>
    untilTrue(text, () => page.run(`String(${place}).includes(${JSON.stringify(text)})`));
  const picture = (name) => takePicture(page, pictures, name);

  await has('交接分析');
  await picture('start');
  await press('交接分析');
  await has('分析结果');
  await picture('result');
  await press('客户');
  await has('欧阳建国');
  await picture('customers');
  await press('打电话');
  await has('已接通');
  await picture('call');
  await press('已接通');
  await has('已写入客户汇总');
  await has('已接通', `(${customersOf})()`);
  await picture('called');
  await press('设置');
  await has('我的姓名');
  await press('模板');
  await has('{姓名}');
  await picture('templates');
  await page.run("wpsHost.root.PluginStorage.setItem('handover_command_et', 'restore')");
  await has('全部撤销？');
  await picture('restore');
  await press('全部撤销');
  await has('已还原');
  await has('["明细"]', 'JSON.stringify(wpsHost.book.sheets.map(function(s){return s.name}))');

  await page.send('Page.navigate', { url: `${address}/probe.html` });
  await has('开始检测');
  await press('开始检测');
  await has('复制报告');
  await picture('probe');
  await has('全部通过');
}

async function takePicture(page, folder, name) {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 400));
  const { data } = await page.send('Page.captureScreenshot');
  await writeFile(path.join(folder, `${name}.png`), Buffer.from(data, 'base64'));
}

/** Runs in the page: presses the control that says just this, the last where several do. */
function pressIn(text) {
  const controls = [...document.querySelectorAll('button')].reverse();
  const found = controls.find((control) => control.innerText.trim() === text);
  if (found === undefined) throw new Error(`No button says ${text}`);
  found.click();
}

/** Runs in the page: what the sheet of customers holds. */
function customersOf() {
  const sheet = globalThis.wpsHost.book.sheets.find(({ name }) => name === '客户汇总');
  return JSON.stringify(sheet && sheet.columns.map(({ values }) => values));
}
