# language: fr
@exclusif @sur-mesure @resilience
Fonctionnalité: Le disque du hub est plein

  @RES-007
  Règle: Le hub refuse ce qu'il ne peut garder, répond encore, et reprend dès qu'il y a de la place

    @RES-002 @panne
    Scénario: le disque plein, un avis est refusé; la place revenue, répété, il est pris
      Étant donné un hub dont le disque peut se remplir
      Et 40 camions de Lomé à Ouagadougou par Cinkansé
      Et le disque du hub est plein
      Et les bureaux de départ annoncent leurs camions tant que le hub en prend
      Et le disque du hub a de nouveau de la place
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors chaque dépôt que le hub n'a pas pris a été refusé comme momentanément impossible
      Et chaque dépôt est accepté
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: le disque plein, le registre se lit encore
      Étant donné un hub dont le disque peut se remplir
      Et un mouvement de Lomé à Niamey par Téra, annoncé
      Quand le disque du hub est plein
      Alors le mouvement est dans l'état "enregistré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-017 @panne
    Scénario: le disque plein au retour du Niger, rien de ce qui l'attendait n'est perdu
      Étant donné un hub dont le disque peut se remplir
      Et un mouvement de Lomé à Niamey par Téra
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le disque du hub est plein
      Et le disque du hub a de nouveau de la place
      Quand le Niger est de nouveau joignable
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et les livres concordent: rien n'est perdu, rien n'est en double
