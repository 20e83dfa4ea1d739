import type { Refusal } from './event.js';

/** Words of every refusal the rules know (codes: api.md §6). */
const WORDS = {
  'auth.role': ['您的岗位不能执行此操作', 'Your role may not do this'],
  'transition.not-allowed': ['当前状态不允许此操作', 'The case is in a state that does not allow this'],
  'case.stale': ['案件已变化,请刷新后重试', 'The case has changed since you looked: read it again'],
  'case.closed': ['案件已结案', 'The case is closed'],
  'sandbox.only': ['仅沙箱案件可以调整时钟', 'Only the clock of a sandbox case can be moved'],
  'request.expired': ['请求已超过有效时间,未执行', 'The request came too late and was not carried out; send it again'],
  'guard.four-eyes': ['须由另一人办理(四眼原则)', 'Another person must do this: whoever prepared it cannot decide it'],
  'guard.second-role': ['须由另一岗位的人员确认', 'A person of the other role must do the second half'],
  'guard.evidence-changed': [
    '材料或事实已变化,请重新查看证据',
    'The evidence is not what you named: look at it again and send its present hash',
  ],
  'guard.materials-incomplete': ['必交材料不齐', 'Required papers are missing'],
  'guard.material-not-accepted': ['仍有必交材料未审核通过', 'Required papers are not accepted yet'],
  'guard.material-unknown': ['该材料不在清单中', 'This paper is not on the checklist'],
  'guard.material-not-uploaded': ['该材料没有待审核的文件', 'There is no uploaded document of this paper to judge'],
  'guard.material-not-required': ['该材料无需豁免', 'Only a required paper that is not accepted can be waived'],
  'guard.document-unknown': ['所列文件不属于该材料', 'A document you name does not belong to this paper'],
  'guard.too-many-documents': ['该材料文件数已达上限', 'This paper holds as many documents as it can'],
  'guard.not-recommended': ['尚无同意的初审意见', 'There is no recommendation to approve'],
  'guard.sign-off-missing': ['高风险案件须先经合规会签', 'A high-risk case needs the compliance sign-off first'],
  'guard.max-rounds': ['补件次数已达上限', 'No further supplement round is allowed'],
  'guard.max-extensions': ['延期次数已达上限', 'This deadline cannot be extended again'],
  'guard.deadline-not-running': ['该时限未在计时', 'This deadline is not running'],
  'guard.window-passed': ['已超过办理期限', 'The time for this has passed'],
  'guard.reason-removed': [
    '不能在定因时去掉通知所列的审核类原因',
    'Triage cannot drop a review reason of the notice: reclassify with two persons',
  ],
  'guard.reason-needed': ['须选定明确的停用原因', 'Name at least one definite reason'],
  'guard.issuer-must-revoke': ['须由通知签发方撤销', 'Only a revocation by the issuer makes its notice invalid'],
  'guard.sub-unfit': ['细分原因与停用原因不符', 'A particular cause you name does not belong to any of the reasons'],
  'guard.sub-alone': [
    '该细分原因须同时选定审核类原因',
    'This particular cause needs one of these review reasons beside it',
  ],
  'guard.document-expired': ['该证件已过有效期', 'This paper is no longer valid: ask for one that is'],
  'guard.due-out-of-range': [
    '整改期限须在允许范围内',
    'The day must lie ahead and within the time a rectification may take',
  ],
  'guard.nothing-approved': ['没有可恢复的项目', 'With these items and conditions nothing would be restored'],
  'guard.terminal-not-replaceable': [
    '仅可更换待恢复的终端,且新终端号未被使用',
    'Only a terminal that is to be restored is replaced, by one the case does not have yet',
  ],
  'guard.task-unknown': ['没有该待办任务', 'There is no such open task'],
  'guard.hold-unknown': [
    '请指明要解除的挂起文书号',
    'Several holds are open: name the document of the one that is released',
  ],
  'guard.item-unknown': ['该恢复项不存在', 'There is no such item in the scope of the case'],
  'guard.item-not-restorable': ['该项当前不能恢复', 'This item is not waiting to be restored'],
  'guard.decision-missing': ['仍有恢复项缺少有权方的决定', 'The decision of its owner is not recorded for every item'],
  'guard.scope-blocked': ['另有在办案件限制同一范围', 'Another open case holds the same scope'],
  'guard.transaction-unknown': ['该交易不在调单范围内', 'This transaction is not listed in the notice'],
  'guard.proposal-missing': ['没有待确认的提议', 'There is no open proposal to decline'],
  'guard.clock-backwards': [
    '时钟只能向前',
    'The clock only moves forward: name one of by, to, toNextDeadline that lies ahead',
  ],
  'guard.no-deadline': ['没有正在计时的时限', 'No deadline is running'],
  'guard.not-high-risk': ['仅高风险案件可在此阶段立案调查', 'Only a high-risk case is investigated at this stage'],
  'guard.took-part': ['曾参与本案的人员不能处理申诉', 'Whoever took part in the case does not decide its appeal'],
  'guard.appealed': ['同一决定只能申诉一次', 'A decision is appealed against once'],
  'guard.max-attempts': ['重新提交次数已达上限', 'The application cannot be made again'],
  'guard.target-decided': [
    '目标案件已作出决定,不能并入其未涉及的停用原因',
    'The target is decided: it takes in no case for another reason. Keep this one and go on with it',
  ],
  'guard.target-unfit': ['目标案件须在办且属同一商户', 'The target must be another open case of the same merchant'],
  'guard.issuer-differs': ['仅签发方可撤销其通知', 'Only the issuer of the notice can revoke it'],
  'guard.amendment-missing': ['没有待接受的通知变更', 'There is no amendment to accept'],
  'guard.item-not-ordered': ['该项没有待执行的停用指令', 'No stop of this item is ordered'],
  'guard.no-held-funds': ['没有被暂缓结算的资金', 'No funds are held'],
  'guard.amounts': [
    '放款与留存金额之和须等于暂缓金额',
    'What is released and what is kept must add up to what is held',
  ],
  'guard.release-not-ours': ['仅可临时放行本机构的限制', 'Only a restriction of our own can be released for a time'],
  'guard.release-high-risk': ['高风险案件不得临时放行', 'A high-risk case is not released for a time'],
  'guard.release-too-long': ['临时放行最长 72 小时', 'A temporary release lasts 72 hours at most'],
  'guard.release-again': ['每周期仅可临时放行一次', 'A temporary release is given once a cycle'],
  'guard.checkpoint-missing': ['须先通过检查点', 'A checkpoint must have been passed first'],
  'guard.not-done': ['整改尚未完成', 'The rectification is not reported done'],
  'guard.plan-missing': ['尚无待审的整改方案', 'There is no plan to judge'],
  'guard.alternative-forbidden': [
    '不得使用个人收款码或规避限制的替代方式',
    'A personal collection code, or a way around this restriction, is not allowed',
  ],
  'guard.document-missing': ['须有有权机关文书号', 'The authority’s document number is needed'],
  'guard.migration': ['目标政策版本不可迁入', 'The case cannot move to that policy version'],
  'guard.calendar': [
    '只能换用更新的已发布工作日历',
    'Only a released working calendar later than the present one can take its place',
  ],
  'guard.reason-holds': ['仍有原因未解除', 'Another reason still holds the item'],
  'guard.retention': ['已超过重启期限', 'The time in which the case can be opened again is over'],
  'guard.nothing-restricted': ['案件没有剩余的限制', 'The case has no restriction left to apply against'],
  'guard.message-unknown': ['没有这条消息', 'There is no such message'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;
export type RefusalCode = keyof typeof WORDS;

export const REFUSAL_CODES = Object.keys(WORDS) as readonly RefusalCode[];

/** A refusal in words; `facts` hold what the asker needs to do better. */
export const refusal = (code: RefusalCode, row: string | null, facts?: Refusal['facts']): Refusal => ({
  code,
  zh: WORDS[code][0],
  en: WORDS[code][1],
  row,
  ...(facts && { facts }),
});
