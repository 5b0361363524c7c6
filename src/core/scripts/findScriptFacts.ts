import { NO_DAY, type Analysis } from '../analysis';
import { civilOf } from '../cleaning/parseDay';
import { findPredecessor, type People } from './findPeople';
import { findPerson, type CalledPerson } from './findPerson';
import type { ScriptSettings } from './scriptSettings';
import type { ScriptFact, ScriptWords } from './scriptTemplates';

/** What is known for a call; a fact that is not known is undefined. `activity` is still a template. */
export type ScriptFacts = Readonly<Partial<Record<ScriptFact, string | undefined>>>;

export interface FactSources {
  readonly words: ScriptWords;
  readonly settings: ScriptSettings;
  readonly people: People;
}

/** The facts of one customer's script. They never hold an amount or another customer's name. */
export function findScriptFacts(
  analysis: Analysis,
  customer: number,
  { words, settings, people }: FactSources,
): ScriptFacts {
  const maturity = analysis.customers.nextMaturity[customer] ?? NO_DAY;
  const person = findPerson(analysis.customers, customer);
  const activity = person.kind === 'company' ? words.companyActivity : words.activity;
  return {
    ...wordPerson(person, words),
    you: isPolite(analysis, customer, settings) ? words.you.polite : words.you.familiar,
    me: people.me,
    predecessor: findPredecessor(analysis, customer, people),
    move: words.moves[settings.move],
    tie: settings.tie && words.ties[settings.tie],
    branch: findBranch(analysis.customers.detail(customer, 'branch')) ?? nonEmpty(settings.branch),
    landmark: nonEmpty(settings.landmark),
    activity: nonEmpty(settings.activity) ?? activity,
    maturity: maturity === NO_DAY ? undefined : words.spokenDay(maturity),
  };
}

function wordPerson(person: CalledPerson, words: ScriptWords): { name?: string; address?: string } {
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

/** A branch code says nothing to a customer. */
function findBranch(branch: string): string | undefined {
  return /\p{L}{2}/u.test(branch) ? branch : undefined;
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
