# language: fr
Fonctionnalité: Retour à vide

  @DEP-023
  Règle: Des conteneurs vides voyagent sans scellé, sous leur propre T1

    @nominal
    Scénario: le retour à vide de Ouagadougou à Lomé est annoncé
      Étant donné un retour à vide, sans scellé, de Ouagadougou à Lomé par Cinkansé
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et l'avis en vigueur est celui d'origine

    @nominal
    Scénario: le retour à vide de Niamey à Lomé est apuré sans qu'un scellé manque
      Étant donné un retour à vide, sans scellé, de Niamey à Lomé par Téra
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors le mouvement est dans l'état "apuré"
      Et aucun constat n'est émis
