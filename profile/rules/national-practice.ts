import { defineRule } from './rule.ts';

/** Offices of the customs directorate of Lomé-Port. @source assumption: the codes are ours; the directorate is DODLP, domain notes 2.5 */
export const lomePortOffices: readonly string[] = ['TG0LOM1'];

/** Additional code of Togo that suspends the statistical fee. @source OTR notice of February 2024, domain notes 2.5 */
export const FEE_SUSPENSION_CODE = '981';

/** @source OTR notice of February 2024, domain notes 2.5 */
const feeSuspendedFor: readonly string[] = ['BF', 'ML', 'NE'];

/** @source freight rule of 11 May 2024, domain notes 4.3 */
const platesForNigerFreight: readonly string[] = ['NE', 'TG'];

/** R30: the fee is suspended only for goods that land at Lomé-Port and leave for the three Sahel countries. */
export const feeSuspension = defineRule({
  id: 'R30',
  fr: "Le code additionnel 981 (suspension de la redevance statistique) ne vaut qu'à Lomé-Port, pour le Burkina Faso, le Mali ou le Niger.",
  en: 'Additional code 981 (statistical fee suspended) is for Lomé-Port (TG0LOM1) only, for Burkina Faso, Mali or Niger.',
  pointer: '/payload/additionalCodes/N',
  source: 'OTR notice of February 2024, domain notes 2.5; office codes: assumption',
  checks: {
    TransitNotice: ({ additionalCodes, nationalReference, itinerary }) => {
      const index = additionalCodes.indexOf(FEE_SUSPENSION_CODE);
      const destination = itinerary.legs.at(-1)?.country ?? '';
      const allowed =
        lomePortOffices.includes(nationalReference.office) && feeSuspendedFor.includes(destination);
      if (index < 0 || allowed) return [];
      const reason = `981 ne vaut pas de ${nationalReference.office} vers ${destination}`;
      return [{ pointer: `/payload/additionalCodes/${index}`, reason }];
    },
  },
});

/** R31: freight for Niger is loaded at Lomé on trucks of Niger or Togo; authorised exceptions are not modelled. */
export const nigerFreightPlates = defineRule({
  id: 'R31',
  fr: 'Le fret du Niger part de Lomé sur des camions immatriculés au Niger ou au Togo.',
  en: 'Freight for Niger leaves Lomé-Port (TG0LOM1) on trucks registered in Niger or Togo.',
  pointer: '/payload/vehicle/country',
  source: 'freight rule of 11 May 2024, domain notes 4.3; office codes: assumption',
  checks: {
    TransitNotice: ({ nationalReference, itinerary, vehicle }) => {
      const concerned =
        lomePortOffices.includes(nationalReference.office) && itinerary.legs.at(-1)?.country === 'NE';
      if (!concerned || platesForNigerFreight.includes(vehicle.country)) return [];
      return [{ pointer: '/payload/vehicle/country', reason: `camion immatriculé en ${vehicle.country}` }];
    },
  },
});
