import { Module } from '@nestjs/common';
import { CaseOpener } from '../notices/case.opener.js';
import { ApplyAgain } from './apply-again.js';
import { CaseController } from './case.controller.js';
import { CaseReader } from './case.reader.js';
import { CaseRecorder } from './case.recorder.js';
import { CaseService } from './case.service.js';
import { CommandObserver } from './command.observer.js';
import { CommandOutcomes } from './command.outcome.js';
import { CommandRunner } from './command.runner.js';
import { CommandSender } from './command.sender.js';
import { MerchantReader } from './merchant.reader.js';
import { MergeMessenger } from './merge.messenger.js';

/** `/api/v1/cases`; exports the way of a command for whoever else sends one. */
@Module({
  controllers: [CaseController],
  providers: [
    CaseService,
    CaseReader,
    MerchantReader,
    CaseRecorder,
    CaseOpener,
    CommandRunner,
    ApplyAgain,
    CommandSender,
    CommandOutcomes,
    CommandObserver,
    MergeMessenger,
  ],
  exports: [CaseReader, MerchantReader, CaseRecorder, CaseOpener, CommandRunner, CommandSender, CommandOutcomes],
})
export class CasesModule {}
