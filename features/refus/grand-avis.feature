# language: fr
Fonctionnalité: Un avis de transit de 1 999 articles

  @ENV-008
  Règle: Un avis de 1 999 articles est accepté et remis entier

    @nominal
    Scénario: le Burkina Faso reçoit les 1 999 articles
      Étant donné un mouvement de 1999 articles de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et chaque administration informée reçoit le message entier

  @ERR-022 @ERR-032
  Règle: Une faute du seul dernier article est refusée, avec sa place

    @refus
    Plan du Scénario: le hub refuse le dernier article: <faute>
      Étant donné un mouvement de 1999 articles de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: <code> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                   | mutation                    | code     | pointeur                         |
        | un avis de transit dont le dernier article ne vaut rien | last-item-without-worth     | RULE R21 | /payload/items/1998/value/amount |
        | un avis de transit au dernier code SH de cinq chiffres  | last-hs-code-of-five-digits | PATTERN  | /payload/items/1998/hsCode       |
