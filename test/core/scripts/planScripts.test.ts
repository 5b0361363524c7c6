import fc from 'fast-check';
import {
  DEFAULT_SCRIPT_SETTINGS,
  planScripts,
  type Analysis,
  type Script,
  type ScriptSettings,
  type Settings,
} from '../../../src/core';
import { messages } from '../../../src/messages';
import { buildAnalysis } from '../../report/buildAnalysis';
import { buildWorkbook, type TestCell } from '../../report/buildWorkbook';
import { SAMPLE_WORKBOOK } from '../../report/handoverSample';

function plan(analysis: Analysis, settings: Partial<ScriptSettings> = {}) {
  const { scripts: words } = messages('zh-CN');
  return planScripts(analysis, { words, settings: { ...DEFAULT_SCRIPT_SETTINGS, ...settings } });
}

function scriptOf(name: string, settings: Partial<ScriptSettings> = {}): Script {
  const analysis = buildAnalysis(SAMPLE_WORKBOOK);
  const script = plan(analysis, settings).scripts.find(
    ({ customer }) => analysis.customers.name(customer) === name,
  );
  if (script === undefined) throw new Error(`no script for ${name}`);
  return script;
}

function spokenText({ steps, weChatRequest, firstMessage }: Script): string {
  return [...steps, weChatRequest, firstMessage].join('\n');
}

/** What stands in a script, guidance included. */
function wholeText(script: Script): string {
  return `${spokenText(script)}\n${script.guidance}`;
}

describe('Scripts (SPEC 9)', () => {
  test.each([
    ['欧阳建国', 'veryLarge'],
    ['吴敏', 'crossOwned'],
    ['王芳', 'maturing'],
    ['=陈公式', 'outflow'],
    ['恒通商贸有限公司', 'inflow'],
    ['孙小梅', 'general'],
  ] as const)('%s is called as %s', (name, scriptCase) => {
    const script = scriptOf(name);
    expect(script.case).toBe(scriptCase);
    expect(script.steps).toHaveLength(7);
  });

  test('every customer of the call list has a script, up to the cap, in its order', () => {
    const all = buildAnalysis(SAMPLE_WORKBOOK);
    expect(plan(all).scripts.map(({ customer }) => customer)).toEqual([...all.callList]);
    const capped = plan(buildAnalysis(SAMPLE_WORKBOOK, { scriptCap: 2 }));
    expect(capped.scripts).toHaveLength(2);
    expect(capped.left).toBe(all.callList.length - 2);
  });

  test('你 by default, 您 from 60 years on the data date, or on request', () => {
    expect(spokenText(scriptOf('王芳'))).not.toContain('您');
    const old = spokenText(scriptOf('赵老六'));
    expect(old).toContain('您好');
    expect(old).not.toMatch(/你/);
    expect(spokenText(scriptOf('王芳', { polite: true }))).not.toMatch(/你/);
    expect(spokenText(scriptOf('王芳', { politeCustomers: ['0010001'] }))).not.toMatch(/你/);
  });

  test.each([
    ['19651130', '您'],
    ['19651201', '你'],
  ])('born %s, on 2025-11-30 it is %s', (birth, you) => {
    const rows = [
      ['客户号', '客户名称', '余额', '出生日期', '客户经理'],
      ['1', '甲乙', 100, birth, '李前任'],
    ];
    const [script] = plan(buildAnalysis(buildWorkbook({ 明细: rows }))).scripts;
    expect(script?.steps[0]).toContain(`${you}好`);
  });

  test('the predecessor has changed post or was promoted, and never resigned', () => {
    expect(scriptOf('王芳').steps[2]).toContain('李前任经理因为岗位调整去了新的岗位');
    expect(scriptOf('王芳', { move: 'promotion' }).steps[2]).toContain('升职');
    const { scripts } = messages('zh-CN');
    expect(JSON.stringify(scripts)).not.toMatch(/辞职|离职|跳槽/);
  });

  test('the tie to the predecessor is said only where the user says so', () => {
    expect(spokenText(scriptOf('王芳'))).not.toMatch(/徒弟|同事|带出来/);
    expect(scriptOf('王芳', { tie: 'apprentice' }).steps[1]).toContain('我是李前任经理带出来的');
  });

  test('facts that nobody gave leave visible marks', () => {
    const rows = [
      ['客户号', '余额'],
      ['1', 100],
    ];
    const settings: Partial<Settings> = { me: '', predecessors: [] };
    const [script] = plan(buildAnalysis(buildWorkbook({ 明细: rows }), settings)).scripts;
    const text = script === undefined ? '' : spokenText(script);
    for (const mark of ['【客户姓名】', '【你的姓名】', '【前任姓名】', '【网点名称】']) {
      expect(text).toContain(mark);
    }
  });

  test('an assumed owner of the book is not called the predecessor', () => {
    const analysis = buildAnalysis(SAMPLE_WORKBOOK, { me: '', predecessors: [] });
    const texts = plan(analysis).scripts.map(wholeText).join();
    expect(texts).not.toContain('李前任');
    expect(texts).toContain('【前任姓名】');
  });

  test('a code alone is the name that the ledger has for it', () => {
    const analysis = buildAnalysis(SAMPLE_WORKBOOK, { predecessors: ['101'] });
    expect(plan(analysis).scripts.map(spokenText).join()).toContain('李前任经理');
  });

  test('the very large customer is approached through an acquaintance, at no amount named', () => {
    const script = scriptOf('欧阳建国');
    expect(script.steps[0]).toContain('【共同的熟人】');
    expect(script.guidance).toMatch(/^不要直接拨打/);
  });

  test('another manager’s customer is not called before that is settled', () => {
    const analysis = buildAnalysis(SAMPLE_WORKBOOK, { me: '', predecessors: [] });
    const foreign = plan(analysis).scripts.find(
      ({ customer }) => analysis.customers.name(customer) === '冯别家',
    );
    expect(foreign?.guidance).toMatch(/^他人客户/);
  });

  test('the user’s activity and templates are used; what they cannot mean is reported', () => {
    const analysis = buildAnalysis(SAMPLE_WORKBOOK);
    const { scripts: words } = messages('zh-CN');
    const general = {
      steps: ['1', '2', '3', '4', '{活动}！', '6{呼称}', '7'] as const,
      weChatRequest: '',
      firstMessage: '',
      guidance: '',
    };
    const { scripts, unknownPlaceholders } = planScripts(analysis, {
      words,
      settings: { ...DEFAULT_SCRIPT_SETTINGS, activity: '{你}来做香包{吧}' },
      templates: { general },
    });
    const script = scripts.find(({ case: scriptCase }) => scriptCase === 'general');
    expect(script?.steps[4]).toBe('你来做香包{吧}！');
    expect(unknownPlaceholders).toEqual(['呼称', '吧']);
  });

  test.each(['zh-CN', 'en'] as const)(
    'all placeholders of the %s templates mean something',
    (l) => {
      const settings = { ...DEFAULT_SCRIPT_SETTINGS, tie: 'colleague' as const };
      const analysis = buildAnalysis(SAMPLE_WORKBOOK);
      const { scripts, unknownPlaceholders } = planScripts(analysis, {
        words: messages(l).scripts,
        settings,
      });
      expect(unknownPlaceholders).toEqual([]);
      expect(scripts.map(wholeText).join()).not.toMatch(/[{}]|undefined/);
    },
  );
});

describe('A script never states an amount or another customer’s name (SPEC 9)', () => {
  const nameArbitrary = fc
    .array(
      fc.constantFrom('龘', '靐', '齉', '爩', '鱻', '麤', '龗', '灪', '龖', '厵', '爨', '癵'),
      { minLength: 2, maxLength: 4 },
    )
    .map((characters) => characters.join(''));
  const rowArbitrary = fc
    .record({
      name: nameArbitrary,
      balance: fc.integer({ min: -100_000, max: 2_000_000_000 }).map((fen) => fen / 100),
      average: fc.integer({ min: 0, max: 2_000_000_000 }).map((fen) => fen / 100),
      maturity: fc.constantFrom('', '2025-12-03', '2026-01-15', '2027-05-05'),
      manager: fc.constantFrom('李前任', '钱同事', '李前任/钱同事'),
      idNo: fc.constantFrom('', '110101194801011238', '110101199001011223'),
    })
    .map(({ name, balance, average, maturity, manager, idNo }): TestCell[] => [
      name,
      balance,
      average,
      maturity,
      manager,
      idNo,
    ]);

  test.each(['zh-CN', 'en'] as const)('in %s, for any ledger', (language) => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 12 }), (rows) => {
        const header = ['客户号', '客户名称', '余额', '年日均', '到期日', '客户经理', '身份证号'];
        const numbered = rows.map((row, index) => [`C${String(index + 1)}`, ...row]);
        const analysis = buildAnalysis(buildWorkbook({ 明细: [header, ...numbered] }), {
          me: '',
          predecessors: [],
        });
        const { scripts } = planScripts(analysis, {
          words: messages(language).scripts,
          settings: { ...DEFAULT_SCRIPT_SETTINGS, branch: '人民路支行' },
        });
        expect(scripts).toHaveLength(rows.length);
        for (const script of scripts) expectDiscretion(analysis, script);
      }),
      { numRuns: 150 },
    );
  });

  /** The only digits are the day of a maturity; the only customer named is the one called. */
  function expectDiscretion({ customers, callList }: Analysis, script: Script): void {
    const own = customers.name(script.customer);
    const text = wholeText(script);
    const withoutDay = text.replace(/\d{1,2}月\d{1,2}号|\d{1,2} (January|May|December)/g, '');
    expect(withoutDay).not.toMatch(/\d/);
    expect(withoutDay).not.toMatch(/[%％]|[万亿]元?/);
    for (const other of callList) {
      const name = customers.name(other);
      if (!own.includes(name)) expect(text.includes(name) ? name : '').toBe('');
    }
  }
});
