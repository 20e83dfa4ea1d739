import { Module } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { CaseStore, RunStore } from '#database';
import { CaseEvidence, CaseHistories, RecordedChains } from '#replay';

/** What cases are judged by: their recorded chains and the histories of their runs. */
@Module({
  providers: [
    {
      provide: RecordedChains,
      inject: [CaseStore],
      useFactory: (cases: CaseStore) => new RecordedChains(cases),
    },
    {
      provide: CaseHistories,
      inject: [RunStore, Client],
      useFactory: (runs: RunStore, client: Client) => new CaseHistories(runs, client),
    },
    {
      provide: CaseEvidence,
      inject: [RecordedChains, CaseHistories],
      useFactory: (chains: RecordedChains, histories: CaseHistories) => new CaseEvidence(chains, histories),
    },
  ],
  exports: [CaseEvidence, CaseHistories],
})
export class EvidenceModule {}
