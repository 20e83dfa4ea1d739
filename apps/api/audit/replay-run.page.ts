import { replayReportText, type FailedCase, type SignedReplayReport } from '#audit';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: unknown): string => String(value).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1f1f1f}
h1{font-size:1.5rem}table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d9d9d9}th{font-weight:600}
td.n{text-align:right;font-variant-numeric:tabular-nums}.good{color:#135200}.bad{color:#a8071a}
code,pre{font:13px/1.4 ui-monospace,monospace;overflow-wrap:anywhere}pre{white-space:pre-wrap;background:#f5f5f5;padding:.6rem}`;

/** The report of a standing replay as a page for people, in Chinese and English. Needs nothing but itself. */
export function replayReportPage(report: SignedReplayReport): string {
  const { cases, failed } = report;
  const isGood = cases.sound === cases.total;
  const verdict = isGood
    ? `<p class="good">✓ 全部 ${cases.total} 个案件重放一致 · All ${cases.total} cases replay as recorded</p>`
    : `<p class="bad">✗ ${cases.wrong} 个案件不一致,${cases.unjudged} 个未能判定 · ${cases.wrong} cases differ, ${cases.unjudged} could not be judged</p>`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>重放报告 Replay report ${text(report.id)}</title><style>${STYLE}</style></head>
<body><h1>案件重放报告 <span lang="en">· Report of a standing replay</span></h1>
${verdict}
<table>${rowsOf(report)
    .map(
      ([zh, en, value]) => `<tr><th scope="row">${zh} <span lang="en">· ${en}</span></th><td>${text(value)}</td></tr>`,
    )
    .join('\n')}</table>
${failed.length === 0 ? '' : failedTable(failed)}
<h2>签名 <span lang="en">· Signature</span></h2>
${signatureOf(report)}
</body></html>
`;
}

type Row = readonly [zh: string, en: string, value: string | number];

function rowsOf(report: SignedReplayReport): readonly Row[] {
  const { cases, scope, durationMs } = report;
  const seconds = durationMs / 1000;
  return [
    ['编号', 'Run', report.id],
    ['起因', 'Occasion', report.occasion],
    ['发起人', 'Asked for by', report.requestedBy],
    ['工作流版本', 'Build', report.buildId],
    ['范围', 'Cases', scope.sample === null ? '全部 · all' : `${scope.sample} · seed ${scope.seed}`],
    ['机构', 'Institutions', scope.institutions === null ? '全部 · all' : scope.institutions.join(', ')],
    ['原因 / 状态', 'Reason / state', `${scope.reason ?? '–'} / ${scope.state ?? '–'}`],
    ['开始', 'Begun', report.startedAt],
    ['结束', 'Done', report.finishedAt],
    ['案件数', 'Cases in all', cases.total],
    ['一致', 'Sound', cases.sound],
    ['不一致', 'Differing', cases.wrong],
    ['未判定', 'Not judged', cases.unjudged],
    ['其中仍在运行', 'Of these still running', cases.open],
    ['工作流运行次数', 'Workflow runs', report.runs],
    ['案件事件', 'Case events', report.events],
    ['历史事件', 'Events of histories', report.historyEvents],
    [
      '用时',
      'Took',
      `${seconds.toFixed(1)} s, ${(report.historyEvents / Math.max(seconds, 0.001)).toFixed(0)} events/s`,
    ],
    ['逐案结论摘要', 'SHA-256 of all verdicts', report.verdictsSha256],
  ];
}

const failedTable = (failed: readonly FailedCase[]): string => `
<h2>不一致的案件 <span lang="en">· Cases that are not sound</span></h2>
<table><tr><th>案件 · Case</th><th>结论 · Outcome</th><th>首个错误事件 · First wrong seq</th><th>发现 · Found</th></tr>
${failed.map(failedRow).join('\n')}</table>`;

const failedRow = ({ caseId, outcome, firstWrongSeq, problems }: FailedCase): string =>
  `<tr><td><code>${text(caseId)}</code></td><td>${outcome}</td><td class="n">${firstWrongSeq ?? '–'}</td>
<td>${problems.map(({ seq, what }) => `${seq}: ${text(what)}`).join('<br>')}</td></tr>`;

function signatureOf(report: SignedReplayReport): string {
  const { keyId, signature } = report;
  if (keyId === null || signature === null)
    return '<p class="bad">未签名 <span lang="en">· This report is not signed: the worker had no key.</span></p>';
  return `<p>Ed25519,密钥 <code>${text(keyId)}</code>(公钥见 <code>/audit/v1/keys</code>) <span lang="en">· key above, public part at the address above</span></p>
<p><code>${text(signature)}</code></p>
<details><summary>被签名的文本 <span lang="en">· The text that is signed</span></summary><pre>${text(replayReportText(report))}</pre></details>`;
}
