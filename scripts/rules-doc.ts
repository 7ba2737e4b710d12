import { writeFile } from 'node:fs/promises';
import { createCatalogue } from '../lambdas/core/replies/catalogue.ts';
import { createDirectory } from '../lambdas/core/receivers/directory.ts';
import { rulesDocument } from './rules-document.ts';

const target = new URL('../docs/rules.md', import.meta.url);
await writeFile(target, rulesDocument(createCatalogue(), createDirectory().isps));
