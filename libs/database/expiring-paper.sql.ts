const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** As the rule that accepts a paper: of several documents of one item the newest speaks. */
const newestOf = (item: string): string => `${item}.document_ids[cardinality(${item}.document_ids)]`;

const SAME_MERCHANT = 'merchant_no = v.merchant_no AND institution_code = v.institution_code AND NOT sandbox';

/** Documents of kinds $1 with a last valid day from today to $2 days on, by their index in the order of it. */
const dated = (and: string): string => `
SELECT * FROM document WHERE material = ANY($1) AND valid_until BETWEEN ${TODAY} AND ${TODAY} + $2::int ${and}
ORDER BY valid_until, document_id`;

/**
 * Of these documents the papers on file, in the same order: the accepted ones that no newer accepted one of their
 * merchant replaces, of merchants whose latest case did not end as $3. OFFSET 0 keeps the way from document to case, so
 * that a page costs what is on it.
 */
const onFile = (documents: string, ofCase = ''): string => `
SELECT d.document_id AS "documentId", d.case_id AS "caseId", v.institution_code AS "institutionCode",
  v.merchant_no AS "merchantNo", d.material, d.valid_until::text AS "validUntil", d.valid_until - ${TODAY} AS "daysLeft"
FROM (${documents}) d
CROSS JOIN LATERAL (
  SELECT FROM case_material m WHERE m.case_id = d.case_id AND m.code = d.material AND m.status = 'ACCEPTED'
    AND ${newestOf('m')} = d.document_id OFFSET 0
) accepted
CROSS JOIN LATERAL (
  SELECT institution_code, merchant_no FROM case_view WHERE case_id = d.case_id AND NOT sandbox ${ofCase} OFFSET 0
) v
WHERE NOT EXISTS (
    SELECT FROM (SELECT case_id FROM case_view WHERE ${SAME_MERCHANT}) other
    JOIN case_material held ON held.case_id = other.case_id AND held.code = d.material AND held.status = 'ACCEPTED'
    JOIN document newer ON newer.document_id = ${newestOf('held')}
    WHERE (newer.created_at, newer.document_id) > (d.created_at, d.document_id) OFFSET 0
  )
  AND (SELECT state FROM case_view WHERE ${SAME_MERCHANT} ORDER BY opened_at DESC, case_id DESC LIMIT 1) <> ALL($3)
ORDER BY d.valid_until, d.document_id`;

/** The nearest of the $4 days before that are reached with so many days left. */
const nearest = (daysLeft: string): string =>
  `(SELECT min(days) FROM unnest($4::int[]) days WHERE days >= ${daysLeft})`;

const UNTOLD = `AND NOT EXISTS (
  SELECT FROM communication told
  WHERE told.case_id = document.case_id
    AND told.communication_id = 'expiry:' || document_id || ':' || ${nearest(`valid_until - ${TODAY}`)}
  OFFSET 0
)`;

/** Those whose merchant has not been told for the nearest of the days before, the first to expire first. */
export const DUE = `
SELECT due.*, ${nearest('due."daysLeft"')} AS "daysBefore" FROM (${onFile(dated(UNTOLD))} LIMIT $5) due
ORDER BY "validUntil", "documentId"`;

/** Once for each document and each of the days before, however often it is asked. */
export const TELL = `
INSERT INTO communication (case_id, communication_id, direction, party, template, template_version, text_zh, text_en,
  sent_at, delivered_at)
VALUES ($1, 'expiry:' || $2 || ':' || $3::int, 'OUT', 'MERCHANT', $4, $5, $6, $7, now(), CASE WHEN $8 THEN now() END)
ON CONFLICT (case_id, communication_id) DO NOTHING`;

const AFTER = 'AND ($5::date IS NULL OR (valid_until, document_id) > ($5::date, $6::text))';
const OF_INSTITUTIONS = 'AND ($4::text[] IS NULL OR institution_code = ANY($4))';

/** Those of institutions $4, of all where it is null, after the place $5, $6. */
export const LIST = `
SELECT listed.*, coalesce((
    SELECT json_agg(json_build_object('sentAt', told.sent_at, 'deliveredAt', told.delivered_at) ORDER BY told.sent_at)
    FROM communication told
    WHERE told.case_id = listed."caseId"
      AND starts_with(told.communication_id, 'expiry:' || listed."documentId" || ':')
  ), '[]') AS told
FROM (${onFile(dated(AFTER), OF_INSTITUTIONS)} LIMIT $7) listed
ORDER BY "validUntil", "documentId"`;
