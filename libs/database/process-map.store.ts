import type { DataSource } from 'typeorm';
import type { Instant, State } from '#model';

/** Which cases a map is drawn of; members left out narrow nothing. */
export interface ProcessMapFilters {
  readonly institutions: readonly string[] | '*';
  readonly sandbox: boolean | 'both';
  readonly reason?: string | undefined;
  readonly issuer?: string | undefined;
  /** Opened from this instant on, before that one; case time. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** The ways cases have gone. Lengths of time are milliseconds of the cases' own clocks. */
export interface ProcessMap {
  readonly cases: number;
  readonly nodes: readonly {
    readonly state: State;
    /** How often it was entered, by how many cases, and how many stand there now. */
    readonly visits: number;
    readonly cases: number;
    readonly now: number;
    /** Of the stays that have ended; null where none has. */
    readonly medianMs: number | null;
  }[];
  readonly edges: readonly {
    readonly row: string;
    readonly from: State | null;
    readonly to: State;
    readonly count: number;
    /** Of the moves out of `from`, between 0 and 1. */
    readonly share: number;
    /** How long the cases had stood in `from`; null for the opening. */
    readonly medianMs: number | null;
    readonly p90Ms: number | null;
  }[];
}

/** One statement, so that nodes and edges are of one moment. */
const MAP = `
WITH chosen AS MATERIALIZED (
  SELECT case_id, state FROM case_view
  WHERE ($1::text[] IS NULL OR institution_code = ANY($1)) AND ($2::boolean IS NULL OR sandbox = $2)
    AND ($3::text IS NULL OR $3 = ANY(reasons)) AND ($4::text IS NULL OR issuer = $4)
    AND ($5::timestamptz IS NULL OR opened_at >= $5) AND ($6::timestamptz IS NULL OR opened_at < $6)
), moves AS MATERIALIZED (
  SELECT case_id, rule_row, from_state, to_state, stay_ms FROM case_move JOIN chosen USING (case_id)
), entered AS (
  SELECT to_state AS state, sum(times)::int AS visits, count(*) AS cases
  FROM (SELECT to_state, case_id, count(*) AS times FROM moves GROUP BY to_state, case_id) visitors GROUP BY to_state
), stays AS (
  SELECT from_state AS state, percentile_cont(0.5) WITHIN GROUP (ORDER BY stay_ms) AS median
  FROM moves WHERE from_state IS NOT NULL GROUP BY from_state
), standing AS (
  SELECT state, count(*) AS now FROM chosen GROUP BY state
), ways AS (
  SELECT rule_row, from_state, to_state, count(*) AS count,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY stay_ms) AS lengths,
    count(*) / sum(count(*)) OVER (PARTITION BY from_state) AS share
  FROM moves GROUP BY rule_row, from_state, to_state
)
SELECT (SELECT count(*)::int FROM chosen) AS cases,
  (SELECT coalesce(json_agg(json_build_object('state', state, 'visits', visits, 'cases', cases, 'now', coalesce(now, 0),
      'medianMs', round(median)) ORDER BY visits DESC, state), '[]')
    FROM entered LEFT JOIN stays USING (state) LEFT JOIN standing USING (state)) AS nodes,
  (SELECT coalesce(json_agg(json_build_object('row', rule_row, 'from', from_state, 'to', to_state, 'count', count,
      'share', round(share, 4), 'medianMs', round(lengths[1]), 'p90Ms', round(lengths[2])) ORDER BY count DESC, rule_row, from_state, to_state), '[]')
    FROM ways) AS edges`;

/** Counts the moves of recorded cases, which takes longer the more there are: it wants a connection that may take its time. */
export class ProcessMapStore {
  constructor(private readonly database: DataSource) {}

  /** The map of the chosen cases, the most trodden first. */
  async mapOf({ institutions, sandbox, reason, issuer, from, to }: ProcessMapFilters): Promise<ProcessMap> {
    const [map] = await this.database.query<[ProcessMap]>(MAP, [
      institutions === '*' ? null : institutions,
      sandbox === 'both' ? null : sandbox,
      reason ?? null,
      issuer ?? null,
      from ?? null,
      to ?? null,
    ]);
    return map;
  }
}
