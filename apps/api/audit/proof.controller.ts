import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { BundleService } from './bundle.service.js';
import * as schema from './proof.schema.js';
import { ProofService } from './proof.service.js';

/** The audit log: signed heads, proofs, and the bundle that proves a case without us. */
@Controller('audit/v1')
@Access('AUDITOR')
export class ProofController {
  constructor(
    private readonly proofs: ProofService,
    private readonly bundles: BundleService,
  ) {}

  @Get('checkpoints')
  @Describe({
    summary: 'Signed heads of the audit log, newest first',
    query: schema.checkpointsQuery,
    answer: schema.checkpointsAnswer,
  })
  checkpoints(@Query() query: unknown) {
    return this.proofs.checkpoints(checked(schema.checkpointsQuery, query, Object.keys(schema.checkpointsQuery.shape)));
  }

  @Get('checkpoints/latest')
  @Describe({ summary: 'The last signed head of the audit log', answer: schema.checkpointAnswer })
  latest() {
    return this.proofs.latest();
  }

  @Get('keys')
  @Describe({ summary: 'The public keys that sign, oldest first', answer: schema.keysAnswer })
  keys() {
    return this.proofs.keys();
  }

  @Get('cases/:id/proof')
  @Describe({
    summary: 'Proof that a case’s head is in the audit log, and that the log only grew',
    query: schema.proofQuery,
    answer: schema.proofAnswer,
    codes: ['case.not-found'],
  })
  proof(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.proofs.proofOf(caseId, checked(schema.proofQuery, query, Object.keys(schema.proofQuery.shape)), caller);
  }

  @Get('cases/:id/bundle')
  @Describe({
    summary: 'The decision bundle of a case: everything needed to verify it without a server',
    detail: 'A head of the log is signed for it. `npm run verify -- <file>` checks it; so does `verify.py`.',
    query: schema.bundleQuery,
    produces: 'application/zip',
    codes: ['case.not-found'],
  })
  async bundle(
    @Param('id') caseId: string,
    @Query() query: unknown,
    @Caller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { texts } = checked(schema.bundleQuery, query, Object.keys(schema.bundleQuery.shape));
    const { zip, seq } = await this.bundles.of(caseId, texts, caller);
    void reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${caseId}-${seq}.zip"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return zip;
  }
}
