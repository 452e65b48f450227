# language: fr
Fonctionnalité: Refus au regard d'un autre message

  @DEP-008 @RTE-009
  Règle: Chaque scellé annoncé est encore là à la mainlevée (R26)

    @refus
    Scénario: une mainlevée qui omet un scellé annoncé est refusée
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et la mainlevée omettra un scellé
      Et le mouvement est annoncé
      Et un relevé du registre
      Quand le bureau de départ accorde la mainlevée
      Alors le message est refusé au vu du mouvement: SEALS_DIFFER à /payload/seals
      Et rien n'a changé, et personne d'autre n'est informé

  @KEY-009
  Règle: Un message refusé au dépôt se corrige sous un nouvel identifiant et le même numéro

    @nominal
    Scénario: la mainlevée corrigée reprend le numéro de la mainlevée refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le hub reçoit une mainlevée qui compte mal ses scellés (release-seal-count-wrong)
      Quand le bureau de départ accorde la mainlevée
      Alors le message est accepté
      Et les deux messages portent le même numéro, sous deux identifiants
      Et la version du mouvement est 2
