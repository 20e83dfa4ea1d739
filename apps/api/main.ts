import { ConfigError, loadConfig } from '#config';
import { assertSoundRules, UnsoundRules } from '#model';
import { createApi } from './api.js';

const DRAIN_LIMIT_MS = 30_000;

/** Runs the service until it is told to stop: then it answers what is under way and ends, after 30 s in any case. */
async function serve(): Promise<void> {
  const config = loadConfig();
  assertSoundRules();
  const api = await createApi(config);
  await api.listen(config.PORT, config.HOST);
  const stop = (): void => {
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    void api.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await serve();
} catch (error) {
  const isPlain = error instanceof ConfigError || error instanceof UnsoundRules;
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
