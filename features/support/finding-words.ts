/**
 * What officers call each fact that the hub points out. No parameter type is defined here: what runs outside of Cucumber reads
 * it too.
 */
export const FINDINGS: Readonly<Record<string, string>> = {
  'passage non enregistré': 'passage-missing',
  'passages dans un ordre impossible': 'passage-order',
  'rupture de continuité des scellés': 'seals-discontinued',
  'identifiant réutilisé': 'duplicate-id',
  'message non remis': 'dead-letter',
  'version manquante': 'version-gap',
  'horloge décalée': 'clock-skew',
  'délai de route dépassé': 'overdue',
  'résultat du contrôle attendu': 'result-missing',
  'message tardif': 'late-message',
  'données de référence décalées': 'reference-out-of-step',
  'contredit par un service national': 'service-contradiction',
  'service national sans réponse': 'service-silent',
};
