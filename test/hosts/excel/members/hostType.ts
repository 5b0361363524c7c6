import type { Book } from '../book';

/** What a member works with. */
export interface HostState {
  readonly book: Book;
  /** Minor version n of the declared `ExcelApi 1.n`. */
  readonly apiSet: number;
  /** Objects that the client keeps beyond a request. */
  readonly kept: Map<string, HostObject>;
}

/** A class of Excel's object model; members go by their names in TypeScript. */
export interface HostType {
  /** As Microsoft's declarations call it; `_` in front: a part that they do not name. */
  readonly name: string;
  readonly get?: Readonly<Record<string, (self: never, state: HostState) => unknown>>;
  readonly set?: Readonly<Record<string, (self: never, value: never, state: HostState) => void>>;
  readonly call?: Readonly<
    Record<string, (self: never, args: readonly never[], state: HostState) => unknown>
  >;
  /** Of a collection: its members, and how one is found. */
  readonly items?: (self: never, state: HostState) => HostObject[];
  readonly item?: (self: never, key: never, state: HostState) => HostObject | undefined;
}

/** An object of the model: what it is, and the data it stands for. */
export interface HostObject {
  readonly type: HostType;
  readonly self: unknown;
}

interface Definition<Self> {
  readonly name: string;
  readonly get?: Record<string, (self: Self, state: HostState) => unknown>;
  readonly set?: Record<string, (self: Self, value: unknown, state: HostState) => void>;
  readonly call?: Record<
    string,
    (self: Self, args: readonly unknown[], state: HostState) => unknown
  >;
  readonly items?: (self: Self, state: HostState) => HostObject[];
  readonly item?: (self: Self, key: unknown, state: HostState) => HostObject | undefined;
}

/** A class whose objects stand for data of one type. */
export interface TypeOf<Self> extends HostType {
  readonly of: (self: Self) => HostObject;
}

/** Types a definition by the data that its objects stand for. */
export function defineType<Self>(definition: Definition<Self>): TypeOf<Self> {
  const type = definition as unknown as HostType;
  return { ...type, of: (self) => ({ type, self }) };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'self' in value;
}

/** Says that there is no such object, where a member may answer so. */
export const NULL_OBJECT = Symbol('null object');

/** The settings of something that is written: each one kept by its path, and read as it was set. */
export function settingsType(
  name: string,
  members: readonly string[],
  parts: Readonly<Record<string, (self: Settings) => HostObject>> = {},
): HostType & { readonly of: (self: Settings) => HostObject } {
  return defineType<Settings>({
    name,
    get: {
      ...Object.fromEntries(
        members.map((member) => [
          member,
          (self: Settings) => self.values[`${self.path}${member}`] ?? null,
        ]),
      ),
      ...parts,
    },
    set: Object.fromEntries(
      members.map((member) => [
        member,
        (self: Settings, value: unknown) => {
          self.values[`${self.path}${member}`] = value;
        },
      ]),
    ),
  });
}

export interface Settings {
  readonly values: Record<string, unknown>;
  readonly path: string;
}

/** Settings one step further down. */
export function part(
  type: { readonly of: (self: Settings) => HostObject },
  path: string,
): (self: Settings) => HostObject {
  return (self) => type.of({ values: self.values, path: `${self.path}${path}.` });
}
