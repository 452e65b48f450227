import { lookupDouble } from './lookup-double.ts';

/** The register of taxpayers: principal and consignee are known and active. */
export const taxpayerRegister = lookupDouble<{ taxId: string; year: number }>(
  'taxpayer-register',
  ({ taxId, year }, { notice: { principal, consignee } }, asOf) => {
    const { name, country } = taxId === principal.taxId ? principal : consignee;
    return { taxId, country, name, status: 'ACTIVE', year, asOf };
  },
);
