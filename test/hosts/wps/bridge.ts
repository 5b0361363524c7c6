/**
 * The bridge between a page and the host program: every property read or written and every method
 * called crosses it once, and is counted. What a host object does not have fails loudly.
 */

/** What one member of a host object does; a member with `call` is a method. */
export interface Member {
  readonly get?: () => unknown;
  readonly set?: (value: unknown) => void;
  readonly call?: (...given: readonly unknown[]) => unknown;
}

export type Members = Readonly<Record<string, Member>>;

/** How an injected failure shows: WPS throws, or answers nothing and does nothing. */
export type FailureMode = 'throw' | 'silent';

export interface Bridge {
  /** Crossings so far. */
  readonly calls: number;
  /** Members asked for that the host does not have, as `Range.Foo`: must stay empty. */
  readonly unknownMembers: readonly string[];
  /** Crossings by member, `Range.Value2`. */
  readonly callsByMember: ReadonlyMap<string, number>;
  resetCounts(): void;
  /** Lets `count` crossings from the `at`-th on (1-based, from now) fail. */
  failAt(at: number, options?: { readonly mode?: FailureMode; readonly count?: number }): void;
  /** Whether a failure that was asked for has happened. */
  readonly hasFailed: boolean;
  /** A host object as pages see it. */
  expose(kind: string, members: Members): object;
}

/** A refusal as WPS words it. */
export function hostError(detail: string): Error {
  return new Error(`800A03EC: ${detail}`);
}

export function createBridge(): Bridge {
  let calls = 0;
  let failure = { from: Infinity, to: Infinity, mode: 'throw' as FailureMode };
  let hasFailed = false;
  const unknownMembers: string[] = [];
  const callsByMember = new Map<string, number>();

  /** Counts one crossing; false where it is to come to nothing. */
  function cross(name: string): boolean {
    calls++;
    callsByMember.set(name, (callsByMember.get(name) ?? 0) + 1);
    if (calls < failure.from || calls >= failure.to) return true;
    hasFailed = true;
    if (failure.mode === 'throw') throw hostError('injected');
    return false;
  }

  function memberOf(kind: string, members: Members, key: string): Member {
    const member = Object.hasOwn(members, key) ? members[key] : undefined;
    if (member !== undefined) return member;
    unknownMembers.push(`${kind}.${key}`);
    throw new Error(`the simulated WPS has no ${kind}.${key}`);
  }

  function expose(kind: string, members: Members): object {
    return new Proxy(Object.create(null) as object, {
      get(_, key) {
        // Promises ask whatever they are resolved with.
        if (typeof key === 'symbol' || key === 'then') return undefined;
        const { get, call } = memberOf(kind, members, key);
        const name = `${kind}.${key}`;
        if (call !== undefined) {
          return (...given: unknown[]) => (cross(name) ? call(...given) : undefined);
        }
        if (get === undefined) throw hostError(`${name} cannot be read`);
        return cross(name) ? get() : undefined;
      },
      set(_, key, value) {
        const { set } = memberOf(kind, members, String(key));
        const name = `${kind}.${String(key)}`;
        if (set === undefined) throw hostError(`${name} cannot be set`);
        if (cross(name)) set(value);
        return true;
      },
      has: (_, key) => typeof key === 'string' && Object.hasOwn(members, key),
      ownKeys: () => Object.keys(members),
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    });
  }

  return {
    get calls() {
      return calls;
    },
    get hasFailed() {
      return hasFailed;
    },
    unknownMembers,
    callsByMember,
    resetCounts() {
      calls = 0;
      callsByMember.clear();
    },
    failAt(at, { mode = 'throw', count = 1 } = {}) {
      hasFailed = false;
      failure = { from: calls + at, to: calls + at + count, mode };
    },
    expose,
  };
}

/** A plain property over a variable. */
export function property<T>(get: () => T, set?: (value: T) => void): Member {
  return set === undefined
    ? { get }
    : {
        get,
        set: (value) => {
          set(value as T);
        },
      };
}
