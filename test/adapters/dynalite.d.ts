declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB in this process (the package has no types of its own). */
  export default function dynalite(options?: { createTableMs?: number; deleteTableMs?: number }): Server;
}
