import { jest } from '@jest/globals';

/** A test that talks to real servers may take this long; jest takes a time-out per project from here only. */
const SERVER_TEST_MS = 120_000;

jest.setTimeout(SERVER_TEST_MS);
