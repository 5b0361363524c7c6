import type { Book, Name, Sheet } from '../book';
import { HostError } from '../hostError';
import { defineType, NULL_OBJECT, type HostObject } from './hostType';

interface Names {
  readonly owner: Book | Sheet;
}

const isCalled = (wanted: unknown) => (name: Name) =>
  name.name.toLowerCase() === String(wanted).toLowerCase();

export const namesType = defineType<Names>({
  name: 'NamedItemCollection',
  items: ({ owner }) => owner.names.map((name) => nameType.of({ owner, name })),
  item: ({ owner }, key) => found(owner, key),
  call: {
    add: ({ owner }, [name, reference]) => {
      if (typeof name !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) {
        throw new HostError('InvalidArgument', 'This is no name');
      }
      if (owner.names.some(isCalled(name))) throw new HostError('ItemAlreadyExists');
      if (typeof reference !== 'string' || !reference.startsWith('=')) {
        throw new HostError('NotSimulated', 'a name for anything but a formula');
      }
      const added = { name, formula: reference, visible: true };
      owner.names.push(added);
      return nameType.of({ owner, name: added });
    },
    getItemOrNullObject: ({ owner }, [key]) => found(owner, key) ?? NULL_OBJECT,
  },
});

function found(owner: Book | Sheet, key: unknown): HostObject | undefined {
  const name = owner.names.find(isCalled(key));
  return name && nameType.of({ owner, name });
}

interface OwnedName {
  readonly owner: Book | Sheet;
  readonly name: Name;
}

const nameType = defineType<OwnedName>({
  name: 'NamedItem',
  get: {
    name: ({ name }) => name.name,
    formula: ({ name }) => name.formula,
    visible: ({ name }) => name.visible,
  },
  set: {
    visible: ({ name }, value) => {
      name.visible = value === true;
    },
    formula: ({ name }, value) => {
      name.formula = String(value);
    },
  },
  call: {
    delete: ({ owner, name }) => {
      owner.names = owner.names.filter((other) => other !== name);
    },
  },
});
