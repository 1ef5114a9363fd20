import { expect, test } from 'vitest';
import { parseServerAddress } from '../../../../electron/main/server-address.ts';

test.each([
  ['https://survey.example.org', 'https://survey.example.org'],
  ['survey.example.org', 'https://survey.example.org'],
  ['  HTTPS://Survey.Example.org/ ', 'https://survey.example.org'],
  ['https://survey.example.org:8443', 'https://survey.example.org:8443'],
  ['https://survey.example.org:۸۴۴۳', 'https://survey.example.org:8443'],
  ['http://127.0.0.1:47615', 'http://127.0.0.1:47615'],
  ['http://localhost:47615', 'http://localhost:47615'],
  ['http://[::1]:47615', 'http://[::1]:47615'],
])('%s is the server %s', (typed, origin) => {
  expect(parseServerAddress(typed)).toBe(origin);
});

test.each([
  'http://survey.example.org',
  'http://192.168.1.10:47615',
  'http://127.0.0.1.example.org',
  'https://name:secret@survey.example.org',
  'https://survey.example.org/elsewhere',
  'https://survey.example.org/?a=1',
  'ftp://survey.example.org',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '',
  ' ',
  'https://',
])('%s is no server the app may speak with', (typed) => {
  expect(parseServerAddress(typed)).toBe(null);
});
