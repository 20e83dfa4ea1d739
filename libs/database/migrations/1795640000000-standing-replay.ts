import type { MigrationInterface, QueryRunner } from 'typeorm';

const RUNS = `
CREATE TABLE replay_run (
  run_id text CONSTRAINT replay_run_pkey PRIMARY KEY,
  occasion text NOT NULL,
  requested_by text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  sample integer,
  seed text NOT NULL,
  institutions text[],
  reason text,
  state text,
  processes integer,
  build_id text,
  chosen_at timestamptz(3),
  total integer,
  finished_at timestamptz(3),
  abandoned_at timestamptz(3),
  report text,
  published_at timestamptz(3)
);
CREATE UNIQUE INDEX replay_run_occasion_key ON replay_run (occasion);
CREATE INDEX replay_run_unfinished_idx ON replay_run (created_at) WHERE finished_at IS NULL AND abandoned_at IS NULL`;

const VERDICTS = `
CREATE TABLE replay_verdict (
  run_id text NOT NULL,
  place integer NOT NULL,
  case_id text NOT NULL,
  leased_until timestamptz(3),
  tries integer NOT NULL DEFAULT 0,
  judged_at timestamptz(3),
  outcome text,
  open boolean,
  runs integer,
  events integer,
  history_events integer,
  replay_ms integer,
  compared_seq integer,
  first_wrong_seq integer,
  problems jsonb,
  CONSTRAINT replay_verdict_pkey PRIMARY KEY (run_id, place)
);
CREATE INDEX replay_verdict_open_idx ON replay_verdict (run_id, place) WHERE judged_at IS NULL;
CREATE INDEX replay_verdict_failed_idx ON replay_verdict (run_id, place) WHERE outcome <> 'SOUND'`;

/** Runs without a history are counted for whoever watches the archive. */
const LOST = 'CREATE INDEX case_run_lost_idx ON case_run (lost_at) WHERE lost_at IS NOT NULL';

const GRANTS = `
GRANT SELECT, INSERT, UPDATE ON replay_run, replay_verdict TO reinstate_app;
GRANT SELECT ON replay_run, replay_verdict TO reinstate_auditor`;

/** Standing replays and what they found. */
export class StandingReplay1795640000000 implements MigrationInterface {
  name = 'StandingReplay1795640000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [RUNS, VERDICTS, LOST, GRANTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_run_lost_idx');
    await runner.query('DROP TABLE replay_verdict, replay_run');
  }
}
