import { prepareNamespace } from '#temporal';

// A process of its own (argument: host:port), so that the gRPC client's memory is not held as long as the stack runs.
await prepareNamespace(process.argv[2] ?? '', 'default');
