# language: fr
Fonctionnalité: Règles qui dépendent du pays

  @ERR-032
  Règle: L'usage d'un pays lie celui qui envoie (R30, R31)

    @refus
    Plan du Scénario: le hub refuse, pour ce pays, <faute>
      Étant donné un mouvement <route>
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE <règle> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                          | mutation                         | route                             | règle | pointeur                   |
        | un avis de transit vers le Niger sur un camion du Burkina Faso | niger-freight-on-a-burkina-truck | de Lomé à Niamey par Kantchari    | R31   | /payload/vehicle/country   |
        | un avis de transit au code 981 hors de Lomé-Port               | fee-suspended-away-from-lome     | de Ouagadougou à Bamako par Koury | R30   | /payload/additionalCodes/0 |
