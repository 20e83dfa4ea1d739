import { expect, test } from '@jest/globals';
import { COMMANDS, type CommandName } from './commands.js';
import type { Field } from './fields.js';
import { CaseStory } from './case.examples.js';
import { fieldMisfits } from './parse.js';
import { sampleFields } from './sample.examples.js';
import { STATE_WORDS } from './words.js';

const CLOSED_KINDS = [
  'code',
  'id',
  'hash',
  'instant',
  'date',
  'duration',
  'flag',
  'figures',
  'int',
  'text',
  'list',
  'record',
];

const kindsOf = (field: Field): readonly string[] => {
  if (field.kind === 'list') return [field.kind, ...kindsOf(field.of)];
  if (field.kind === 'record') return [field.kind, ...Object.values(field.fields).flatMap(kindsOf)];
  return [field.kind];
};

test.each(Object.keys(COMMANDS) as CommandName[])(
  '%s has no field for free words but references to the vault',
  (name) => {
    const kinds = Object.values(COMMANDS[name]).flatMap((field: Field) => kindsOf(field));
    expect(kinds.filter((kind) => !CLOSED_KINDS.includes(kind))).toEqual([]);
    expect(fieldMisfits(COMMANDS[name], sampleFields(COMMANDS[name]))).toEqual([]);
    for (const [member, field] of Object.entries<Field>(COMMANDS[name])) {
      if (field.kind !== 'text') continue;
      expect(
        fieldMisfits(COMMANDS[name], { ...sampleFields(COMMANDS[name]), [member]: '法人张三 13800000000' }),
      ).toEqual([`/${member}`]);
    }
  },
);

test('no string of any event of a whole life is longer than an id or has a character of a name in it', () => {
  const story = new CaseStory().followUp().until('2027-06-01T00:00:00.000Z');
  const strings = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  const suspicious = story.events
    .flatMap((event) => strings(event))
    .filter((text) => !/^[\x21-\x7e]{1,300}$/.test(text));
  expect(suspicious).toEqual([]);
  expect(Object.keys(STATE_WORDS)).toHaveLength(24);
});
