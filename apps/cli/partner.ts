import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { PROFILES, type PartnerSignal } from '#partner';
import { homePaths } from '../standalone/data-home.js';
import { standaloneSigners } from '../standalone/partner-keys.js';
import { homeOf } from '../standalone/settings.js';
import { readStandalone } from '../standalone/standalone-file.js';
import { sampleList, sampleNotice, signalOf, type NoticeWishes, type SignalWishes } from './partner.samples.js';
import { PartnerSimulator, type Outgoing } from './partner.simulator.js';

interface Common {
  readonly plain?: boolean;
  readonly show?: boolean;
}

/**
 * The simulator of a standalone partner, with its keys out of the data folder.
 * @throws Error when there is no such partner or no stack to speak with.
 */
export async function simulatorOf(code: string, home: string = homeOf()): Promise<PartnerSimulator> {
  if (!Object.hasOwn(PROFILES, code)) {
    throw new Error(`There is no partner "${code}". Partners: ${Object.keys(PROFILES).join(' ')}`);
  }
  const url = process.env['REINSTATE_URL'] || readStandalone(home)?.url;
  if (!url) throw new Error(`Reinstate does not run on ${home}. Start it with: npm start`);
  return new PartnerSimulator(code, url, await standaloneSigners(homePaths(home).partners, code));
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function printOutgoing({ method, path, headers, body }: Outgoing): void {
  print(`${method} ${path}`);
  for (const [name, value] of Object.entries(headers)) print(`${name}: ${value}`);
  print(`\n${Buffer.from(body).toString('utf8')}`);
}

async function exchange(simulator: PartnerSimulator, outgoing: Outgoing, { show }: Common): Promise<void> {
  if (show) return printOutgoing(outgoing);
  const { status, body } = await simulator.send(outgoing);
  print(`${outgoing.method} ${outgoing.path} → ${status}`);
  print(body);
  if (status >= 400) process.exitCode = 1;
}

const withCommon = (command: Command): Command =>
  command
    .option('--plain', 'over the plain API instead of the partner’s own format')
    .option('--show', 'print the signed message instead of sending it');

async function tell(code: string, signal: PartnerSignal, common: Common): Promise<void> {
  const simulator = await simulatorOf(code);
  const outgoing = common.plain ? simulator.plain('POST', '/partner/v1/signals', signal) : simulator.native(signal);
  if (!common.show) print(`signal ${signal.signalId}${signal.noticeNo ? `, notice ${signal.noticeNo}` : ''}`);
  await exchange(simulator, outgoing, common);
}

function registerNotice(partner: Command, code: string): void {
  withCommon(partner.command('notice'))
    .description('Sends a new notice of suspension')
    .option('--notice <no>', 'its number')
    .option('--merchant <no>', 'the merchant it stops')
    .option('--terminal <no...>', 'the terminals it stops')
    .option('--reason <code>', 'why')
    .option('--capability <code>', 'what is taken away')
    .option('--ordered', 'orders the stop instead of reporting it done')
    .action((wishes: NoticeWishes & Common) => tell(code, sampleNotice(code, wishes), wishes));
}

function registerSignal(partner: Command, code: string): void {
  withCommon(partner.command('signal'))
    .description('Sends any signal about a case')
    .argument('<eventType>', 'such as TERMINAL.REINSTATED')
    .argument('[payload]', 'JSON', '{}')
    .option('--notice <no>', 'the notice it is about')
    .option('--case <id>', 'the case it is about')
    .option('--id <id>', 'its own id, to send it again')
    .action((eventType: string, payload: string, wishes: SignalWishes & Common) =>
      tell(code, signalOf(eventType, payload, wishes), wishes),
    );
}

function registerGet(partner: Command, code: string): void {
  partner
    .command('get')
    .description('Asks the plain API')
    .argument('<path>', 'such as /partner/v1/cases?noticeNo=…')
    .action(async (path: string) => {
      const simulator = await simulatorOf(code);
      await exchange(simulator, simulator.plain('GET', path), {});
    });
}

/** Adds `partner <code> notice|signal|get`, and `list` for UnionPay: what a partner's system sends, really signed. */
export function registerPartner(program: Command): void {
  const partners = program.command('partner').description('Simulates a partner system');
  for (const code of Object.keys(PROFILES)) {
    const partner = partners.command(code).description(`The system of ${code}`);
    registerNotice(partner, code);
    registerSignal(partner, code);
    registerGet(partner, code);
    if (code !== 'unionpay') continue;
    partner
      .command('list')
      .description('Writes a list as a branch puts it into the pick-up folder')
      .argument('<file>', 'where to')
      .option('--lines <n>', 'how many', '3')
      .action((file: string, { lines }: { lines: string }) => writeFile(file, sampleList(Number(lines))));
  }
}
