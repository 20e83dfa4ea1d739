import { readFile } from 'node:fs/promises';
import { expect, jest, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { openApiDocument } from '../api/contract.js';
import { CLIENT_TYPES } from './client.js';
import { clientTypes } from './client.types.js';

// The document needs no database, so none is waited for.
jest.spyOn(DataSource.prototype, 'initialize').mockImplementation(function (this: DataSource) {
  return Promise.resolve(this);
});

test('the client has the types of the service as it is; `npm run client` writes them anew', async () => {
  const [kept, made] = await Promise.all([readFile(CLIENT_TYPES, 'utf8'), openApiDocument().then(clientTypes)]);
  const lines = made.split('\n');
  const firstOther = kept.split('\n').findIndex((line, index) => line !== lines[index]);
  expect({ firstOther, line: lines[firstOther] }).toEqual({ firstOther: -1, line: undefined });
  expect(kept).toBe(made);
}, 60_000);
