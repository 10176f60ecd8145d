import { expect, test } from 'vitest';
import { callTermsOf, NO_CALL_FIELDS, tagsOf } from './callTerms';

test('tags are pairs with commas between', () => {
  expect(tagsOf(' team = search, stage=a=b ,')).toEqual({ team: 'search', stage: 'a=b' });
  expect(tagsOf('')).toEqual({});
  expect(tagsOf('team')).toBeUndefined();
  expect(tagsOf('=search')).toBeUndefined();
  expect(tagsOf('team=')).toBeUndefined();
});

test('what is empty is left out', () => {
  expect(callTermsOf(NO_CALL_FIELDS)).toEqual({});
  expect(
    callTermsOf({ userId: ' ann ', tags: 'team=search', models: 'a, b\nc', upstreams: 'openai' }),
  ).toEqual({
    userId: 'ann',
    tags: { team: 'search' },
    models: ['a', 'b', 'c'],
    upstreams: ['openai'],
  });
});
