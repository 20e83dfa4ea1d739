/** The case did not go as it should. */
export class StoryFailed extends Error {}

/**
 * What a call that must go well was answered with.
 * @throws StoryFailed when it was refused.
 */
export function answerOf<T>({
  data,
  error,
  response,
}: {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}): T {
  if (data !== undefined) return data;
  throw new StoryFailed(`the api answered ${response.status}: ${JSON.stringify(error)}`);
}
