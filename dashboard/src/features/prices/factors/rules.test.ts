import { expect, test } from 'vitest';
import { changeName, faultsOf, modelsName } from './rules';

const RIGHT = { provider: 'bedrock', models: 'anthropic.claude-*', factor: '0.88' };

test.each([
  [{}, []],
  [{ provider: '', models: '' }, []],
  [{ models: 'anthropic.claude-x-v1:0', factor: '100' }, []],
  [{ factor: '0.0001' }, []],
  [{ factor: '' }, ['factor']],
  [{ factor: '0' }, ['factor']],
  [{ factor: '-1' }, ['factor']],
  [{ factor: '0.00009' }, ['factor']],
  [{ factor: '100.1' }, ['factor']],
  [{ factor: '0.1234567' }, ['factor']],
  [{ factor: '1e1' }, ['factor']],
  [{ factor: '12 %' }, ['factor']],
  [{ provider: '' }, ['provider']],
  [{ models: 'claude*' }, ['models']],
  [{ models: '*' }, ['models']],
  [{ models: '*-mini' }, ['models']],
])('%j has faults in %j', (given, fields) => {
  expect(Object.keys(faultsOf({ ...RIGHT, ...given }))).toEqual(fields);
});

test('models and factors are said in words', () => {
  expect(modelsName({ provider: '', models: '' })).toBe('All models');
  expect(modelsName({ provider: 'openai', models: '' })).toBe('All of OpenAI');
  expect(modelsName({ provider: 'openai', models: 'gpt-4o-*' })).toBe('OpenAI gpt-4o-*');
  expect(changeName('0.88')).toBe('12 % less');
  expect(changeName('1.200')).toBe('20 % more');
  expect(changeName('0.333333')).toBe('66.6667 % less');
  expect(changeName('1')).toBe('everyone’s price');
});
