/** @jest-environment jsdom */
import { messages } from '../../src/messages';
import { describeFindings, runProbe, type Finding } from '../../src/wps/probe/runProbe';
import type { ProbeRoot } from '../../src/wps/probe/scratch';
import { createWpsHost, type WpsHost } from '../hosts/wps/createWpsHost';
import { describeBook } from '../hosts/wps/describeBook';
import type { WpsBuild } from '../hosts/wps/hostState';

const AGENT = 'Mozilla/5.0 (X11; Linux) Chrome/104.0.5112.102 Safari/537.36';
const CONTENT = { name: '明细.xlsx', sheets: [{ name: '明细', rows: [['客户号'], ['001']] }] };

beforeEach(() => {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(AGENT);
});

async function probe(build: WpsBuild = {}, prepare: (host: WpsHost) => void = () => undefined) {
  const host = createWpsHost(CONTENT, build);
  prepare(host);
  const before = describeBook(host.book);
  const findings = await runProbe(host.root as ProbeRoot, () => undefined);
  return { host, before, findings };
}

const namesOf = (findings: readonly Finding[], state: Finding['state']) =>
  findings.filter((finding) => finding.state === state).map(({ name }) => name);

test('everything passes in a build that has all, and the user’s workbook is not touched', async () => {
  const { host, before, findings } = await probe();
  expect(findings.filter(({ state }) => state !== 'pass')).toEqual([]);
  expect(findings.map(({ name }) => name).sort()).toEqual(
    Object.keys(messages('zh-CN').probe.checks).sort(),
  );
  expect(host.state.books).toHaveLength(1);
  expect(describeBook(host.book)).toEqual(before);
  expect(host.bridge.unknownMembers).toEqual([]);
});

test('what a build lacks is named: with a substitute, or as what does not work', async () => {
  const plain = await probe({ plainOnly: true, withoutTables: true, sortDoesNothing: true });
  expect(namesOf(plain.findings, 'optional').sort()).toEqual(
    ['chart', 'conditional', 'sort', 'table'].sort(),
  );
  expect(namesOf(plain.findings, 'fail')).toEqual([]);
  const flat = await probe({ flatBlocks: true });
  expect(namesOf(flat.findings, 'optional').sort()).toEqual(['block', 'column', 'row']);
  expect(namesOf(flat.findings, 'fail')).toEqual([]);
});

test('whichever call is refused, the scratch workbook is closed and the report says so', async () => {
  for (const at of [1, 40, 90, 200]) {
    const { host, findings } = await probe({}, ({ bridge }) => {
      bridge.failAt(at);
    });
    expect(host.state.books).toHaveLength(1);
    expect(namesOf(findings, 'pass').length).toBeLessThan(findings.length);
  }
});

test('the report for the administrator says every check and the manual ones', async () => {
  const { findings } = await probe();
  const words = messages('zh-CN').probe;
  const report = describeFindings(findings, words);
  expect(report).toContain('[通过] 浏览器内核不低于 Chromium 69：Mozilla');
  for (const line of words.manual) expect(report).toContain(line);
});
