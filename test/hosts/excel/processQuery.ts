/** Answers one request of Office.js: actions in order over objects that paths describe. */
import type { ApiMembers } from './apiMembers';
import { HostError, unknownMember } from './hostError';
import {
  defineType,
  isHostObject,
  NULL_OBJECT,
  type HostObject,
  type HostState,
} from './members/hostType';
import { workbookType } from './members/workbook';

const Action = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const Path = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 };

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface RequestAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface QueryRequest {
  readonly Actions: readonly RequestAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface QueryResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
  };
}

export interface QueryOptions {
  readonly state: HostState;
  readonly members: ApiMembers;
  /** Refuses the action at this place, after those before it were done. */
  readonly breakOff?: { readonly at: number; readonly code: string } | undefined;
}

export function processQuery(request: QueryRequest, options: QueryOptions): QueryResponse {
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  const objects = new Map<number, HostObject | null>();
  const run = createRun(request, options, objects);
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (index === options.breakOff?.at) throw new HostError(options.breakOff.code);
      if (action.ActionType === Action.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: run(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const where = `${action.Name} (${String(action.ActionType)})`;
      const Error = {
        Code: error.code,
        Message: error.message,
        Location: where,
        HttpStatusCode: 400,
        ActionIndex: index,
      };
      return { Results: results, TraceIds: traces, Error };
    }
  }
  return { Results: results, TraceIds: traces };
}

function createRun(
  request: QueryRequest,
  { state, members }: QueryOptions,
  objects: Map<number, HostObject | null>,
): (action: RequestAction) => unknown {
  function run(action: RequestAction): unknown {
    const { ActionType, ObjectPathId, Name } = action;
    if (ActionType === Action.trace) return null;
    const object = find(ObjectPathId);
    if (ActionType === Action.instantiate) return object && identify(object, ObjectPathId);
    if (object === null) {
      if (ActionType === Action.query || Name === '_KeepReference') return null;
      throw new HostError('ItemNotFound', `${Name} of a null object`);
    }
    if (ActionType === Action.query) {
      return query(object, action.QueryInfo?.Select ?? []);
    }
    if (ActionType === Action.method) {
      if (Name === '_KeepReference') return keep(object, ObjectPathId);
      const value = call(object, Name, action.ArgumentInfo);
      return isHostObject(value) || value === undefined ? null : value;
    }
    if (ActionType === Action.setProperty) {
      setProperty(object, Name, argumentsOf(action.ArgumentInfo)[0]);
      return null;
    }
    return unknownMember(`the action type ${String(ActionType)}`);
  }

  function find(id: number): HostObject | null {
    const known = objects.get(id);
    if (known !== undefined) return known;
    const path = request.ObjectPaths[String(id)];
    if (!path) throw new HostError('InvalidRequest', `path ${String(id)}`);
    const object = resolve(path);
    objects.set(id, object);
    return object;
  }

  function resolve(path: ObjectPath): HostObject | null {
    const { ObjectPathType: kind, Name, ParentObjectPathId } = path;
    if (kind === Path.root) return workbookType.of(state.book);
    if (kind === Path.null) return null;
    if (kind === Path.reference) {
      const kept = state.kept.get(Name);
      // A reference may be given back after the object is gone.
      return kept ?? workbookType.of(state.book);
    }
    if (kind === Path.service) {
      if (Name === 'Microsoft.InternalService.AddinInternalService') return serviceType.of(null);
      return unknownMember(`the service ${Name}`);
    }
    const parent = find(ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (kind === Path.property) return asObject(property(parent, Name), Name);
    if (kind === Path.method) return asObject(call(parent, Name, path.ArgumentInfo), Name);
    return item(parent, argumentsOf(path.ArgumentInfo)[0]);
  }

  function item(parent: HostObject, key: unknown): HostObject {
    if (!parent.type.item) return unknownMember(`getItem of ${parent.type.name}`);
    const found = parent.type.item(parent.self as never, key as never, state);
    if (!found) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
    return found;
  }

  function property(object: HostObject, name: string): unknown {
    const member = memberName(name);
    const get = object.type.get?.[member];
    if (!get) return unknownMember(`${object.type.name}.${member}`);
    checkSet(object, member, 'get');
    return get(object.self as never, state);
  }

  function setProperty(object: HostObject, name: string, value: unknown): void {
    const member = memberName(name);
    const set = object.type.set?.[member];
    if (!set) unknownMember(`${object.type.name}.${member} = …`);
    checkSet(object, member, 'set');
    set(object.self as never, value as never, state);
  }

  function call(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    const member = memberName(name);
    const method = object.type.call?.[member];
    if (!method) return unknownMember(`${object.type.name}.${member}()`);
    checkSet(object, member, 'get');
    return method(object.self as never, argumentsOf(info) as never[], state);
  }

  /** Members that Microsoft does not declare are the client's own. */
  function checkSet(object: HostObject, member: string, use: 'get' | 'set'): void {
    if (member.startsWith('_') || object.type.name.startsWith('_')) return;
    const set = members.setOf(object.type.name, member, use);
    if (set === undefined && !isDeclared(object.type.name)) {
      unknownMember(`the declaration of ${object.type.name}.${member}`);
    }
    if (set !== undefined && set > state.apiSet) {
      throw new HostError(
        'ApiNotFound',
        `${object.type.name}.${member} is of ExcelApi 1.${String(set)}`,
      );
    }
  }

  function isDeclared(type: string): boolean {
    // The functions and a few plain parts stand in interfaces without a set of their own.
    return type === 'Functions' || type === 'FunctionResult' || type.endsWith('Collection');
  }

  function argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, at) => {
      const id = references[at];
      return id === undefined || id === null || id === 0 ? argument : find(id);
    });
  }

  function identify(object: HostObject, path: number): Record<string, unknown> {
    const id = object.type.get?.id?.(object.self as never, state);
    const reference = [...state.kept].find(([, kept]) => kept === objects.get(path))?.[0];
    return {
      ...(id === undefined ? {} : { Id: id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  function keep(object: HostObject, path: number): null {
    objects.set(path, object);
    state.kept.set(`ref${String(state.kept.size + 1)}-${String(path)}`, object);
    return null;
  }

  /** `["name","tables/name"]` of an object, or of each member of a collection. */
  function query(object: HostObject, select: readonly string[]): Record<string, unknown> {
    if (object.type.items) {
      const names = select.map((name) => name.replace(/^items\//, ''));
      return {
        _Items: object.type
          .items(object.self as never, state)
          .map((member) => ({ ...identify(member, -1), ...query(member, names) })),
      };
    }
    const result: Record<string, unknown> = {};
    for (const name of select) {
      const [first = '', ...rest] = name.split('/');
      const key = first.charAt(0).toUpperCase() + first.slice(1);
      const value = property(object, first);
      if (rest.length === 0) result[key] = value;
      else {
        const inner = asObject(value, first);
        const before = (result[key] ?? {}) as Record<string, unknown>;
        result[key] = inner && merge(before, query(inner, [rest.join('/')]));
      }
    }
    return result;
  }

  return run;
}

/** Parts of the members of a collection, asked for one by one, come together. */
function merge(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
  const [first, second] = [a._Items, b._Items] as (Record<string, unknown>[] | undefined)[];
  if (!first || !second) return { ...a, ...b };
  return { _Items: first.map((member, at) => merge(member, second[at] ?? {})) };
}

function asObject(value: unknown, name: string): HostObject | null {
  if (value === NULL_OBJECT) return null;
  if (!isHostObject(value)) return unknownMember(`an object at ${name}`);
  return value;
}

function memberName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

const serviceType = defineType<null>({
  name: '_AddinInternalService',
  call: { notifyActionHandlerReady: () => null },
});
