/** The reading of the pages that `house.js` measures: bundled before it runs, because Node 20 runs no TypeScript. */
export { tenantSettings } from '../src/server/db/tenant.ts';
export { countEnterprises } from '../src/server/features/enterprise/queries.ts';
export { peoplePage } from '../src/server/features/person/queries.ts';
export { requirementTable } from '../src/server/features/permit-rule/queries.ts';
