# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Disjoncteur d'un service
  Le nombre d'échecs et la durée de la pause sont une hypothèse.

  Contexte:
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Ouagadougou par Cinkansé, connu des services
    Et le guichet unique est en panne
    Et le bureau de départ annonce le mouvement
    Et le temps passe, de pause en pause, entre les essais auprès du guichet unique: 1, 2, 4, 8 s

  @SRV-011
  Règle: Après cinq échecs de suite, rien n'est demandé pendant 30 s

    @panne
    Scénario: un second mouvement ne fait pas appeler un service hors d'état
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé est annoncé
      Quand le temps passe, de pause en pause, entre les essais auprès du guichet unique: 30 s
      Alors chaque essai auprès du guichet unique vient à la fin de sa pause, aucun avant

    @SRV-013 @panne
    Scénario: les autres services restent interrogés
      Et le compte des appels repart de zéro
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé, connu des services, sous le même connaissement
      Quand le bureau de départ annonce le mouvement
      Et 24 s passent
      Alors le guichet unique reçoit depuis 0 appel
      Et le registre des véhicules reçoit depuis 2 appels

  @SRV-012
  Règle: La pause passée, un seul essai décide

    @panne
    Scénario: l'essai échoue, le service est laissé en paix encore 30 s
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé est annoncé
      Quand le temps passe, de pause en pause, entre les essais auprès du guichet unique: 30, 30 s
      Alors chaque essai auprès du guichet unique vient à la fin de sa pause, aucun avant

    @nominal
    Scénario: l'essai réussit, tout ce qui attendait est demandé
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé, connu des services, de la même marchandise
      Et le bureau de départ annonce le mouvement
      Et le guichet unique est rétabli
      Et le compte des appels repart de zéro
      Quand le temps passe de 60 s, par pas de 10 s
      Alors le guichet unique reçoit depuis 2 appels
