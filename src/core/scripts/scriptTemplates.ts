/** The kinds of call that scripts are written for, in order of precedence (SPEC 9). */
export const SCRIPT_CASES = [
  'veryLarge',
  'crossOwned',
  'maturing',
  'outflow',
  'inflow',
  'general',
] as const;
export type ScriptCase = (typeof SCRIPT_CASES)[number];

/**
 * What a template may ask for. `name` is who is asked for at the beginning, `address` how the
 * customer is spoken to after that, `tie` the relation to a well-liked predecessor, `acquaintance`
 * who can introduce us: never known to the analysis, always left to the manager.
 */
export const SCRIPT_FACTS = [
  'name',
  'address',
  'you',
  'me',
  'predecessor',
  'move',
  'tie',
  'branch',
  'landmark',
  'activity',
  'maturity',
  'acquaintance',
] as const;
export type ScriptFact = (typeof SCRIPT_FACTS)[number];

/**
 * The wording of one kind of call. Texts hold placeholders in braces and optional passages in
 * square brackets; see `fillTemplate`.
 */
export interface ScriptTemplate {
  readonly steps: readonly [string, string, string, string, string, string, string];
  readonly weChatRequest: string;
  readonly firstMessage: string;
  readonly guidance: string;
}

export type ScriptTemplates = Readonly<Record<ScriptCase, ScriptTemplate>>;

/** What the user has worded otherwise; the rest is the language's own. */
export type TemplateChoices = Readonly<Partial<Record<ScriptCase, Partial<ScriptTemplate>>>>;

/** The words that scripts are made with, in one language. */
export interface ScriptWords {
  readonly templates: ScriptTemplates;
  /** How each fact is called inside braces. */
  readonly placeholders: Readonly<Record<ScriptFact, string>>;
  /** What stands visibly where a fact is not known. */
  readonly missing: Readonly<Record<ScriptFact, string>>;
  readonly you: { readonly familiar: string; readonly polite: string };
  readonly moves: Readonly<Record<PredecessorMove, string>>;
  readonly ties: Readonly<Record<PredecessorTie, string>>;
  /** The default activities, templates themselves: for a person, and for a company. */
  readonly activity: string;
  readonly companyActivity: string;
  /** Full name and title, as one asks for a person; `gender` absent: not known. */
  personName(name: string, gender?: Gender): string;
  /** Surname and title, as one speaks to a person. */
  personAddress(surname: string, gender: Gender): string;
  /** Whom one asks for at a company. */
  companyContact(company: string): string;
  /** A day as it is spoken, without the year. */
  spokenDay(day: number): string;
  /** Put before the guidance where another manager looks after the customer. */
  readonly foreignGuidance: string;
}

export type Gender = 'female' | 'male';

/** Why the predecessor no longer looks after the customer: never a resignation (SPEC 9). */
export type PredecessorMove = 'post' | 'promotion';

/** Said only of a predecessor whom the customers liked. */
export type PredecessorTie = 'colleague' | 'apprentice';
