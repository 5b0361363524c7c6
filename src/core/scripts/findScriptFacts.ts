import { NO_DAY, type Analysis } from '../analysis';
import { civilOf } from '../cleaning/parseDay';
import { findPerson } from './findPerson';
import type { ScriptSettings } from './scriptSettings';
import type { ScriptFact, ScriptWords } from './scriptTemplates';

/** What is known for a call; a fact that is not known is absent. `activity` is still a template. */
export type ScriptFacts = Readonly<Partial<Record<ScriptFact, string>>>;

/** The facts of one customer's script. They never hold an amount or another customer's name. */
export function findScriptFacts(
  analysis: Analysis,
  customer: number,
  { words, settings }: { readonly words: ScriptWords; readonly settings: ScriptSettings },
): ScriptFacts {
  const maturity = analysis.customers.nextMaturity[customer] ?? NO_DAY;
  const person = findPersonWords(analysis, customer, words);
  return dropUndefined({
    ...person,
    you: isPolite(analysis, customer, settings) ? words.you.polite : words.you.familiar,
    me: nonEmpty(personName(analysis.settings.me ?? '')),
    predecessor: findPredecessor(analysis, customer),
    move: words.moves[settings.move],
    tie: settings.tie && words.ties[settings.tie],
    branch: findBranch(analysis.customers.detail(customer, 'branch')) ?? nonEmpty(settings.branch),
    landmark: nonEmpty(settings.landmark),
    activity: nonEmpty(settings.activity) ?? words.activity,
    maturity: maturity === NO_DAY ? undefined : words.spokenDay(maturity),
  });
}

function findPersonWords(
  { customers }: Analysis,
  customer: number,
  words: ScriptWords,
): { name?: string; address?: string } {
  const person = findPerson(customers, customer);
  if (person.kind === 'unknown') return {};
  if (person.kind === 'company') return { name: words.companyContact(person.name) };
  const address =
    person.surname !== undefined && person.gender !== undefined
      ? words.personAddress(person.surname, person.gender)
      : undefined;
  if (person.kind === 'masked') return address === undefined ? {} : { name: address, address };
  return {
    name: words.personName(person.name, person.gender),
    address: address ?? words.personName(person.name, person.gender),
  };
}

/** 您 on request, and from an age on, reached on the data date (SPEC 9). */
function isPolite(
  { customers, dataDate }: Analysis,
  customer: number,
  { polite, politeCustomers, politeFromAge }: ScriptSettings,
): boolean {
  if (polite || politeCustomers.includes(customers.id(customer))) return true;
  const birth = customers.birthDay(customer);
  return birth !== NO_DAY && ageOn(dataDate, birth) >= politeFromAge;
}

function ageOn(day: number, birthDay: number): number {
  const today = civilOf(day);
  const birth = civilOf(birthDay);
  const birthdayCame = today.month * 100 + today.day >= birth.month * 100 + birth.day;
  return today.year - birth.year - (birthdayCame ? 0 : 1);
}

/**
 * The predecessor who looked after this customer, else the first one named. Nothing where the user
 * named nobody: an assumed owner of the book need not be the predecessor.
 */
function findPredecessor(analysis: Analysis, customer: number): string | undefined {
  const { customers, managers, settings } = analysis;
  const named = settings.predecessors.map(personName).filter((name) => name !== '');
  const from = customers.partStart[customer] ?? 0;
  const to = customers.partStart[customer + 1] ?? from;
  for (let part = from; part < to; part++) {
    const manager = managers[customers.partManager[part] ?? -1];
    if (manager !== undefined && named.includes(manager.name)) return manager.name;
  }
  return named[0];
}

/** A name without its staff number: `张三(01234)`, `01234-张三`, `01234 张三` are 张三. */
function personName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/^[A-Za-z]?\d+[\s\-_:]*/, '')
    .replace(/[\s\-_:]*[A-Za-z]?\d+$/, '')
    .trim();
}

/** A branch code says nothing to a customer. */
function findBranch(branch: string): string | undefined {
  return /\p{L}{2}/u.test(branch) ? branch : undefined;
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function dropUndefined(facts: Record<string, string | undefined>): ScriptFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
