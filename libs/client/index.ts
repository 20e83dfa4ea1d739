export { formOf, reinstateClient, type ReinstateClient, type Schemas } from './client.js';
