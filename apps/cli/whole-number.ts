import { InvalidArgumentError } from 'commander';

/** Reads an option that counts something. */
export function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('must be a whole number from 1');
}
